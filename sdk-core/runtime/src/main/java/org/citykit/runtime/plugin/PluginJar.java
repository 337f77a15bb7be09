package org.citykit.runtime.plugin;

import java.lang.module.ModuleReference;
import java.nio.file.Path;

/**
 * One jar of a plugin in its staged copy. Immutable.
 *
 * @param name how the plugin file calls it, for example {@code lib/csv.jar}
 * @param path the staged copy
 * @param module its module; an automatic one when the jar has no descriptor
 */
public record PluginJar(String name, Path path, ModuleReference module) {
    /** The name of its module. */
    public String moduleName() {
        return module.descriptor().name();
    }
}
