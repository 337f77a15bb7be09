/** The crisis engine: proves playbooks, fills messages in, and publishes, updates, cancels and clears alerts. */
module org.citykit.crisis {
    requires transitive org.citykit.api;
    requires com.ibm.icu;
    requires org.citykit.cap;
    requires static org.jspecify;

    exports org.citykit.crisis;
}
