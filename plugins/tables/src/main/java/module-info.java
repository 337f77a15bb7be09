/** Registries from tables: CSV, TSV, JSON and YAML, with a mapping in the settings. */
module org.citykit.plugins.tables {
    requires org.citykit.api;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.csv;
    requires org.yaml.snakeyaml;
    requires static org.jspecify;

    provides org.citykit.api.twinning.TwinningRegistry with
            org.citykit.plugins.tables.TablesRegistry;
}
