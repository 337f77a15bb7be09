package org.citykit.runtime.plugin;

import java.util.List;
import java.util.Optional;
import org.citykit.runtime.audit.Audit;
import org.citykit.runtime.trust.Bom;

/**
 * What is asked for when somebody looks at one plugin, or links it; kept in its image alone. Immutable.
 *
 * @param jars the jar of the plugin's own module, then those of its libraries, in the order of their names
 * @param audit what its classes use of the machine
 * @param bom what its vendor says is in it
 */
record PluginDetails(List<PluginJar> jars, Audit audit, Optional<Bom> bom) {
    PluginDetails {
        jars = List.copyOf(jars);
    }
}
