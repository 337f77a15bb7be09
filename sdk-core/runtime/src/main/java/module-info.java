/** Turns plugin files into verified, linked and supervised modules. */
module org.citykit.runtime {
    requires transitive org.citykit.api;
    requires java.management;
    requires java.net.http;
    requires static java.logging;
    requires static jdk.management;
    requires org.objectweb.asm;
    requires org.yaml.snakeyaml;
    requires static jdk.jfr;
    requires static org.jspecify;

    exports org.citykit.runtime;
    exports org.citykit.runtime.check;
    exports org.citykit.runtime.composition;
    exports org.citykit.runtime.plan;
    exports org.citykit.runtime.plugin.pack;
    exports org.citykit.runtime.supervision;
    exports org.citykit.runtime.telemetry;
    exports org.citykit.runtime.trust;
    exports org.citykit.runtime.unload;
    exports org.citykit.runtime.value;
}
