/** The registry engine: merges what registries say of cities, relations and networks into one view, and searches it. */
module org.citykit.twinning {
    requires transitive org.citykit.api;
    requires org.citykit.text;
    requires static org.jspecify;

    exports org.citykit.twinning;
}
