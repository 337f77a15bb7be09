/** The facade: opens a portal and wires the rooms. */
module org.citykit.portal {
    requires transitive org.citykit.crisis;
    requires transitive org.citykit.events;
    requires transitive org.citykit.runtime;
    requires transitive org.citykit.twinning;
    requires transitive org.citykit.store;
    requires static org.jspecify;

    exports org.citykit.portal;
}
