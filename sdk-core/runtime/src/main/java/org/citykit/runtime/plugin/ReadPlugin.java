package org.citykit.runtime.plugin;

import java.util.List;
import java.util.Optional;
import org.citykit.runtime.audit.Audit;

/**
 * A plugin whose jars were read just now. Immutable.
 *
 * @param head what every start needs to know of it
 * @param modules its jars, the plugin's own first
 * @param audit what its classes use of the machine
 * @param bom the entry of the main jar that holds its bill of materials, if there is one
 */
record ReadPlugin(PluginHead head, List<StagedModule> modules, Audit audit, Optional<String> bom) {
    ReadPlugin {
        modules = List.copyOf(modules);
    }
}
