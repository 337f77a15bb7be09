package org.citykit.runtime.plugin;

import java.lang.module.ModuleReference;
import java.nio.file.Path;

/**
 * One jar of a plugin that is being read. Immutable.
 *
 * @param name how the plugin file calls it
 * @param path the copy that is read
 * @param module its module; an automatic one when the jar has no descriptor
 */
record StagedModule(String name, Path path, ModuleReference module) {
    String moduleName() {
        return module.descriptor().name();
    }
}
