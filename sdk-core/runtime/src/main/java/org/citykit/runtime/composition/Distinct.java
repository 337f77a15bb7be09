package org.citykit.runtime.composition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.citykit.api.InvalidValueException;

/** Checks of the lists in a composition's records. */
final class Distinct {
    private Distinct() {}

    /** An unmodifiable copy in which no two elements share a key. */
    static <T> List<T> list(String field, List<T> values, Function<T, Object> key) {
        List<T> copy = List.copyOf(values);
        Set<Object> seen = new HashSet<>();
        for (T value : copy) {
            if (!seen.add(key.apply(value))) {
                throw new InvalidValueException(field, "has \"" + key.apply(value) + "\" twice");
            }
        }
        return copy;
    }

    static void notEmpty(String field, List<?> values) {
        if (values.isEmpty()) {
            throw new InvalidValueException(field, "must not be empty");
        }
    }
}
