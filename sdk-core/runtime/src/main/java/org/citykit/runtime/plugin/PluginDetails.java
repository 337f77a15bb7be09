package org.citykit.runtime.plugin;

import java.util.List;
import java.util.Optional;
import org.citykit.runtime.audit.Audit;

/**
 * What is asked for when somebody looks at one plugin, or links it; kept in its image alone. Immutable.
 *
 * @param jars the jar of the plugin's own module, then those of its libraries, in the order of their names
 * @param audit what its classes use of the machine
 * @param bom the entry of the main jar that holds its CycloneDX bill of materials, if there is one
 */
record PluginDetails(List<PluginJar> jars, Audit audit, Optional<String> bom) {
    PluginDetails {
        jars = List.copyOf(jars);
    }
}
