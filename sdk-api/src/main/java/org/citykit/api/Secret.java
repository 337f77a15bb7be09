package org.citykit.api;

import org.citykit.api.validation.Check;

/**
 * A setting that is never printed, stored or shown. A webmaster gives it as {@code {env: NAME}} or
 * {@code {file: path}}.
 *
 * <p>Immutable. {@link #toString} hides the value, and two secrets are equal only if they are the same object.
 *
 * @since 1.0
 */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = Check.present("secret", value);
    }

    /** Wraps a value that must stay secret. */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The value itself. Do not keep it, log it or put it into a message. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
