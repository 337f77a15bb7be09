package org.citykit.runtime.plugin;

import java.nio.file.Path;
import org.citykit.runtime.image.ModuleShape;

/**
 * One jar of a plugin in its staged copy. Immutable.
 *
 * @param name how the plugin file calls it, for example {@code lib/csv.jar}
 * @param path the staged copy
 * @param shape its module; an automatic one when the jar has no descriptor
 */
public record PluginJar(String name, Path path, ModuleShape shape) {
    /** The name of its module. */
    public String moduleName() {
        return shape.name();
    }
}
