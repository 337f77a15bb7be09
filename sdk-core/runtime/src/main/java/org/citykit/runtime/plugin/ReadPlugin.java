package org.citykit.runtime.plugin;

import java.util.List;
import java.util.Optional;
import org.citykit.runtime.audit.Audit;
import org.citykit.runtime.trust.Bom;

/**
 * A plugin whose jars were read just now. Immutable.
 *
 * @param head what every start needs to know of it
 * @param modules its jars, the plugin's own first
 * @param audit what its classes use of the machine
 * @param bom what its vendor says is in it
 */
record ReadPlugin(PluginHead head, List<StagedModule> modules, Audit audit, Optional<Bom> bom) {
    ReadPlugin {
        modules = List.copyOf(modules);
    }
}
