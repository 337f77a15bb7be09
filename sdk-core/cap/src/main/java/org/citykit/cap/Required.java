package org.citykit.cap;

import org.jspecify.annotations.Nullable;

/** Turns a part a builder never got into a refusal that names the element. */
final class Required {
    private Required() {}

    static <T> T value(@Nullable T value, String element) {
        if (value == null) {
            throw new CapValueException(FindingCode.ELEMENT_MISSING, "The element " + element + " is missing.");
        }
        return value;
    }
}
