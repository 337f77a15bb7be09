package org.citykit.runtime.value;

import java.util.List;
import java.util.stream.IntStream;

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

    /**
     * True if the same was written, wherever it stands and however it is quoted. Places differ between two readings of
     * one file, so {@code equals} says little; this tells whether a module's settings have changed.
     */
    default boolean sameContent(Value other) {
        if (this instanceof MapValue map && other instanceof MapValue otherMap) {
            List<String> keys = List.copyOf(map.members().keySet());
            return keys.equals(List.copyOf(otherMap.members().keySet()))
                    && keys.stream().allMatch(key -> map.value(key).sameContent(otherMap.value(key)));
        }
        if (this instanceof ListValue list && other instanceof ListValue otherList) {
            int size = list.elements().size();
            return size == otherList.elements().size()
                    && IntStream.range(0, size)
                            .allMatch(i -> list.elements()
                                    .get(i)
                                    .sameContent(otherList.elements().get(i)));
        }
        return this instanceof ScalarValue scalar
                && other instanceof ScalarValue otherScalar
                && isEmpty() == other.isEmpty()
                && (isEmpty() || scalar.text().equals(otherScalar.text()));
    }
}
