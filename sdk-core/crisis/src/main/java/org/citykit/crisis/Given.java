package org.citykit.crisis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.citykit.api.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** Constructor checks that name the field and what is allowed. */
final class Given {
    private static final int MOST = 10_000;

    private Given() {}

    static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidValueException(field, "is missing");
        }
        return value;
    }

    static String text(String field, @Nullable String value) {
        String text = present(field, value);
        if (text.isBlank()) {
            throw new InvalidValueException(field, "must not be empty");
        }
        return text;
    }

    static <T> List<T> list(String field, @Nullable Collection<? extends @Nullable T> values) {
        List<T> copy = new ArrayList<>();
        for (T value : present(field, values)) {
            copy.add(present(field + "[" + copy.size() + "]", value));
        }
        if (copy.size() > MOST) {
            throw new InvalidValueException(field, "must have at most " + MOST + " elements, but has " + copy.size());
        }
        return List.copyOf(copy);
    }

    static <T> List<T> distinct(
            String field, @Nullable Collection<? extends @Nullable T> values, Function<T, Object> key) {
        List<T> copy = list(field, values);
        Set<Object> seen = new HashSet<>();
        for (T value : copy) {
            if (!seen.add(key.apply(value))) {
                throw new InvalidValueException(field, "has \"" + key.apply(value) + "\" twice");
            }
        }
        return copy;
    }
}
