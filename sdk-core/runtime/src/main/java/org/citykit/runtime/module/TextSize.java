package org.citykit.runtime.module;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how much memory an item takes: its texts, and a little for each thing it holds. Items are records of the
 * API, which hold records, texts and collections of such; anything else counts as a little. Thread-safe.
 */
final class TextSize {
    private static final long LITTLE = 24;

    /** How the parts of a record are read; only records of the API are ever asked for. */
    private static final ClassValue<List<MethodHandle>> PARTS = new ClassValue<>() {
        @Override
        protected List<MethodHandle> computeValue(Class<?> type) {
            List<MethodHandle> parts = new ArrayList<>();
            for (RecordComponent part : type.getRecordComponents()) {
                if (!part.getType().isPrimitive() && !part.getType().isEnum()) {
                    parts.add(reader(part));
                }
            }
            return List.copyOf(parts);
        }
    };

    private TextSize() {}

    static long of(@Nullable Object value) {
        if (value instanceof String text) {
            return LITTLE + text.length();
        }
        if (value instanceof Record record) {
            return ofRecord(record);
        }
        if (value instanceof Collection<?> elements) {
            long size = LITTLE;
            for (Object element : elements) {
                size += of(element);
            }
            return size;
        }
        if (value instanceof Map<?, ?> map) {
            return LITTLE + of(map.keySet()) + of(map.values());
        }
        return value instanceof Optional<?> optional && optional.isPresent() ? of(optional.get()) : LITTLE;
    }

    private static long ofRecord(Record record) {
        long size = LITTLE;
        for (MethodHandle part : PARTS.get(record.getClass())) {
            try {
                size += of((Object) part.invokeExact((Object) record));
            } catch (Throwable impossible) {
                throw new IllegalStateException("A record of the API cannot be read.", impossible);
            }
        }
        return size;
    }

    private static MethodHandle reader(RecordComponent part) {
        try {
            return MethodHandles.publicLookup()
                    .unreflect(part.getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("A record of the API has a part that cannot be read.", impossible);
        }
    }
}
