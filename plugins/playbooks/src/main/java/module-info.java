/** Crisis playbooks from YAML files. */
module org.citykit.plugins.playbooks {
    requires org.citykit.api;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires org.yaml.snakeyaml;
    requires static org.jspecify;

    provides org.citykit.api.crisis.CrisisTemplates with
            org.citykit.plugins.playbooks.YamlPlaybooks;
}
