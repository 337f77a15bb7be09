package org.citykit.runtime.plan;

import java.util.Objects;
import java.util.Optional;
import org.citykit.runtime.Problem;
import org.citykit.runtime.value.KebabCase;

/**
 * How one setting of a module meets its provider. Holds no value of a setting. Immutable.
 *
 * @param module the module
 * @param kind what is to be told
 * @param key the setting, or empty where the problem names it
 * @param other the setting's name now, where it is written under an old one; else empty
 * @param problem what is wrong with it
 */
public record SettingFinding(String module, Kind kind, String key, String other, Optional<Problem> problem) {
    /** How a setting meets its provider. */
    public enum Kind {
        /** The provider does not have it. */
        UNKNOWN,
        /** The provider needs it, and it is not there. */
        MISSING,
        /** Its value does not fit. */
        WRONG,
        /** It is left out, and the provider does what it does then. */
        LEFT_OUT,
        /** It is written under a name it had before, and is taken. */
        OLD_NAME;

        /** Whether the module cannot be opened with it. */
        public boolean isProblem() {
            return this == UNKNOWN || this == MISSING || this == WRONG;
        }

        String key() {
            return "setting." + KebabCase.ofConstant(name());
        }
    }

    public SettingFinding {
        Objects.requireNonNull(module, "module");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(other, "other");
        Objects.requireNonNull(problem, "problem");
    }
}
