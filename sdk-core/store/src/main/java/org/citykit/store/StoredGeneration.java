package org.citykit.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A composition that was applied, with the plugin files it ran with.
 *
 * @param number its number, from 1
 * @param since when it was applied
 * @param cause why, in the caller's words
 * @param file the file the composition was read from, as people know it, or empty
 * @param home the folder that its relative paths start from
 * @param text the composition, as YAML
 * @param seen names the state of the files when it was applied
 * @param plugins the plugin files it ran with
 */
public record StoredGeneration(
        int number,
        Instant since,
        String cause,
        String file,
        String home,
        String text,
        String seen,
        List<Plugin> plugins) {
    /**
     * A plugin file of a generation.
     *
     * @param id the plugin's id
     * @param version the plugin's version
     * @param sha256 of the file, in lower-case hexadecimal
     * @param file where it was read from
     */
    public record Plugin(String id, String version, String sha256, String file) {}

    public StoredGeneration {
        Given.positive("number", number);
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(seen, "seen");
        plugins = List.copyOf(plugins);
    }
}
