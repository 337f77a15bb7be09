package org.citykit.runtime.value;

import java.util.Objects;
import java.util.Set;

/**
 * One text. It may be a secret that was written into the wrong place, so {@link #toString} does not show it.
 *
 * @param place where it begins
 * @param text what was written, without quotes
 * @param quoted true if it stood in quotes or was a block of text, so that {@code "null"} is a word
 */
public record ScalarValue(Place place, String text, boolean quoted) implements Value {
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    public ScalarValue {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(text, "text");
    }

    @Override
    public boolean isEmpty() {
        return !quoted && NOTHING.contains(text);
    }

    @Override
    public String toString() {
        return "ScalarValue[" + place + "]";
    }
}
