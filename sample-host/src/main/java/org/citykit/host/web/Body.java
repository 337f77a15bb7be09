package org.citykit.host.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a renderer makes.
 *
 * @param type its media type
 * @param language its language tag, or empty if it has none
 * @param text what it says
 * @param fresh how long it may be served before it is made anew, if the portal's data stays the same
 * @param modified when the data that it is made of last changed; absent if nobody knows
 * @param file what it is called when somebody keeps it; absent if it is only looked at
 */
public record Body(
        MediaType type,
        String language,
        String text,
        Duration fresh,
        Optional<Instant> modified,
        Optional<String> file) {
    /** How long what depends on the time of the day may be served. */
    public static final Duration MINUTE = Duration.ofMinutes(1);

    /** How long what depends on the data alone may be served. */
    public static final Duration UNTIL_CHANGED = Duration.ofDays(1);

    /** What is looked at, and of which nobody knows when its data changed. */
    public Body(MediaType type, String language, String text, Duration fresh) {
        this(type, language, text, fresh, Optional.empty(), Optional.empty());
    }

    /** The same with the time at which its data last changed. */
    public Body modified(Optional<Instant> when) {
        return new Body(type, language, text, fresh, when, file);
    }

    /** The same as a file; the name consists of ASCII letters, digits, hyphens and dots. */
    public Body file(String name) {
        return new Body(type, language, text, fresh, modified, Optional.of(name));
    }

    /** What it says, as it goes over the wire. */
    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
