package org.citykit.host.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What a renderer makes.
 *
 * @param type its media type
 * @param language its language tag, or empty if it has none
 * @param text what it says
 * @param fresh how long it may be served before it is made anew, if the portal's data stays the same
 */
public record Body(MediaType type, String language, String text, Duration fresh) {
    /** How long what depends on the time of the day may be served. */
    public static final Duration MINUTE = Duration.ofMinutes(1);

    /** How long what depends on the data alone may be served. */
    public static final Duration UNTIL_CHANGED = Duration.ofDays(1);

    /** What it says, as it goes over the wire. */
    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
