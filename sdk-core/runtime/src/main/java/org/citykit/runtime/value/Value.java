package org.citykit.runtime.value;

/**
 * Something that a webmaster wrote, with its place. It has no type yet: {@code 12} and {@code no} are the texts they
 * are until a reader asks for a number or a language. Immutable.
 */
public sealed interface Value permits MapValue, ListValue, ScalarValue {
    /** Where it stands. */
    Place place();

    /** True if nothing was written after the key, or {@code null} or {@code ~}; readers take it for absent. */
    default boolean isEmpty() {
        return false;
    }
}
