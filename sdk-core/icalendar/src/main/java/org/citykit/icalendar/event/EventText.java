package org.citykit.icalendar.event;

import java.util.Objects;
import java.util.Optional;

/**
 * A text for people and its language (RFC 5545 §3.2.10).
 *
 * @param text the text, unescaped
 * @param language the language tag as written, or empty
 */
public record EventText(String text, Optional<String> language) {

    /** Checks that nothing is missing. */
    public EventText {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(language, "language");
    }
}
