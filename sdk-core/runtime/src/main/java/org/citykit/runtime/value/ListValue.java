package org.citykit.runtime.value;

import java.util.List;
import java.util.Objects;

/**
 * Values one after the other.
 *
 * @param place where the first dash, or the opening bracket, stands
 * @param elements the values
 */
public record ListValue(Place place, List<Value> elements) implements Value {
    public ListValue {
        Objects.requireNonNull(place, "place");
        elements = List.copyOf(elements);
    }
}
