package org.citykit.runtime.value;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Text;
import org.jspecify.annotations.Nullable;

/** Turns plain Java values into values. */
final class PlainValues {
    private static final int DEPTH = 50;

    private PlainValues() {}

    static Value convert(@Nullable Object plain, Place place, int depth) {
        if (depth > DEPTH) {
            throw new InvalidValueException(place.path(), "has more than " + DEPTH + " levels inside each other");
        }
        if (plain instanceof Value value) {
            return value;
        }
        if (plain instanceof Optional<?> optional) {
            return convert(optional.orElse(null), place, depth + 1);
        }
        if (plain instanceof Text text) {
            return map(text.texts(), place, depth);
        }
        if (plain instanceof Map<?, ?> map) {
            return map(map, place, depth);
        }
        if (plain instanceof Collection<?> elements) {
            return list(elements, place, depth);
        }
        return plain == null ? new ScalarValue(place, "", false) : new ScalarValue(place, text(plain, place), true);
    }

    private static Value map(Map<?, ?> map, Place place, int depth) {
        Map<String, MapValue.Member> members = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new InvalidValueException(place.path(), "has a key that is no text");
            }
            Place inside = place.member(name, 0, 0);
            members.put(name, new MapValue.Member(inside, convert(value, inside, depth + 1)));
        });
        return new MapValue(place, members);
    }

    private static Value list(Collection<?> elements, Place place, int depth) {
        List<Value> values = new ArrayList<>();
        for (Object element : elements) {
            values.add(convert(element, place.element(values.size(), 0, 0), depth + 1));
        }
        return new ListValue(place, values);
    }

    private static String text(Object plain, Place place) {
        if (plain instanceof Enum<?> constant) {
            return KebabCase.ofConstant(constant.name());
        }
        if (plain instanceof Locale locale) {
            return locale.toLanguageTag();
        }
        boolean obvious = plain instanceof CharSequence
                || plain instanceof Number
                || plain instanceof Boolean
                || plain instanceof Duration
                || plain instanceof LocalDate
                || plain instanceof ZoneId
                || plain instanceof URI
                || plain instanceof Path;
        if (!obvious) {
            String type = plain.getClass().getName();
            throw new InvalidValueException(place.path(), "is of the type " + type + ", which has no written form");
        }
        return plain.toString();
    }
}
