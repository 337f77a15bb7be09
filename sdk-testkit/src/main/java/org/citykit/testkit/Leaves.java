package org.citykit.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the values inside items, however deep. */
final class Leaves {
    private Leaves() {}

    /** All values of a type inside items. */
    static <T> List<T> of(Collection<?> items, Class<T> type) {
        List<T> found = new ArrayList<>();
        items.forEach(item -> collect(item, type, found));
        return found;
    }

    private static <T> void collect(Object value, Class<T> type, List<T> found) {
        if (type.isInstance(value)) {
            found.add(type.cast(value));
        }
        if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                collect(read(record, component), type, found);
            }
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(inner -> collect(inner, type, found));
        } else if (value instanceof Collection<?> all) {
            all.forEach(inner -> collect(inner, type, found));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                collect(key, type, found);
                collect(inner, type, found);
            });
        }
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("The API's records are public.", impossible);
        }
    }
}
