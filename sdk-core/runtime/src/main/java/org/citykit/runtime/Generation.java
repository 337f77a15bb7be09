package org.citykit.runtime;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.citykit.api.InvalidValueException;

/**
 * A composition that was applied, with the plugin files it ran with: enough to apply it again. Immutable.
 *
 * @param number its number, from 1; a later one has a larger number
 * @param since when it was applied
 * @param cause why
 * @param file the file the composition was read from, as people know it, or empty
 * @param home the folder that its relative paths start from; absolute
 * @param text the composition, as YAML
 * @param seen names the state of {@code portal.yaml} and the plugin files when it was applied, so that a restart knows
 *     whether they have changed since
 * @param plugins the plugin files it ran with
 */
public record Generation(
        int number,
        Instant since,
        Cause cause,
        String file,
        Path home,
        String text,
        String seen,
        List<PinnedPlugin> plugins) {
    /** Why a generation was applied. */
    public enum Cause {
        /** The portal was opened on files that it had not seen before. */
        START,
        /** Somebody asked for it. */
        CHANGE,
        /** The files changed while the portal watched them. */
        WATCH,
        /** Somebody went back to an earlier one. */
        ROLLBACK
    }

    /**
     * A plugin file as it was when a generation was applied.
     *
     * @param id the plugin's id
     * @param version the plugin's version
     * @param sha256 of the file, in lower-case hexadecimal
     * @param file where it was read from
     */
    public record PinnedPlugin(String id, String version, String sha256, Path file) {}

    public Generation {
        if (number < 1) {
            throw new InvalidValueException("number", "must be at least 1, but is " + number);
        }
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(seen, "seen");
        plugins = List.copyOf(plugins);
    }
}
