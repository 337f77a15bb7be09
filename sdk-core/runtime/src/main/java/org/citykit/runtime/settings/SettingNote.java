package org.citykit.runtime.settings;

import java.util.Objects;

/**
 * Something about a setting that fits, which a webmaster may want to know. Holds no value. Immutable.
 *
 * @param kind what
 * @param key the setting as it is written, or would be: its path below {@code settings:}
 * @param now the setting's name now, where it is written under an old one; else empty
 */
public record SettingNote(Kind kind, String key, String now) {
    /** What there is to know. */
    public enum Kind {
        /** It is left out, and the provider does what it does then. */
        LEFT_OUT,
        /** It is written under a name it had before, and is taken. */
        OLD_NAME
    }

    public SettingNote {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(now, "now");
    }
}
