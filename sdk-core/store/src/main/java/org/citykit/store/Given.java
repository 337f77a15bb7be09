package org.citykit.store;

import java.util.Objects;
import org.citykit.api.InvalidValueException;

/** Checks what callers hand in as names; the rules are those of identifiers in the API. */
final class Given {
    private static final int LENGTH = 200;

    private Given() {}

    /** 1 to 200 characters, no white space, control characters or broken surrogates. */
    static String id(String field, String value) {
        Objects.requireNonNull(value, field);
        if (value.isEmpty() || value.length() > LENGTH) {
            throw new InvalidValueException(
                    field, "must have 1 to " + LENGTH + " characters, but has " + value.length());
        }
        if (value.codePoints().anyMatch(Given::unfit)) {
            throw new InvalidValueException(field, "must not contain white space or control characters");
        }
        return value;
    }

    /** At least 1. */
    static int positive(String field, int value) {
        if (value < 1) {
            throw new InvalidValueException(field, "must be at least 1, but is " + value);
        }
        return value;
    }

    private static boolean unfit(int c) {
        return Character.isISOControl(c)
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.SURROGATE;
    }
}
