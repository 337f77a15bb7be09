/** What a plugin vendor compiles against: service-provider interfaces and the records they exchange. */
module org.citykit.api {
    requires transitive org.slf4j;
    requires static org.jspecify;

    exports org.citykit.api;
    exports org.citykit.api.crisis;
    exports org.citykit.api.events;
    exports org.citykit.api.twinning;
}
