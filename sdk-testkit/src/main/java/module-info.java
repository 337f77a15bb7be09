/** What a vendor tests with: one contract per provider interface, run on the real runtime. */
module org.citykit.testkit {
    requires transitive org.citykit.api;
    requires transitive org.junit.jupiter.api;
    requires org.citykit.portal;
    requires java.net.http;
    requires static org.jspecify;

    exports org.citykit.testkit;
}
