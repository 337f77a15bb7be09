package org.citykit.runtime.settings;

import java.util.Objects;

/**
 * Whose settings are bound, for the problems.
 *
 * @param moduleId the module
 * @param file the file that the settings stand in, as people know it, or empty
 */
public record BindContext(String moduleId, String file) {
    public BindContext {
        Objects.requireNonNull(moduleId, "moduleId");
        Objects.requireNonNull(file, "file");
    }
}
