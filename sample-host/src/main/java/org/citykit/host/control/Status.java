package org.citykit.host.control;

import java.util.List;
import org.citykit.runtime.Generation;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.Problem;
import org.citykit.runtime.unload.Unloading;

/**
 * How a portal does.
 *
 * @param portal its id
 * @param modules each module
 * @param generations those that can be gone back to, the one that runs last
 * @param problems what is wrong with the composition and the plugin files
 * @param unloads what became of plugins that were let go
 */
record Status(
        String portal,
        List<ModuleHealth> modules,
        List<Generation> generations,
        List<Problem> problems,
        List<Unloading> unloads) {}
