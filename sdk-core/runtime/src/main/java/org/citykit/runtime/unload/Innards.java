package org.citykit.runtime.unload;

import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Fields of the JDK's and of the host's own objects, as far as the JVM was told to open them. Remembers what was closed.
 * Confined.
 */
final class Innards {
    private final Map<Class<?>, List<Field>> known = new HashMap<>();
    private final Set<String> closed = new TreeSet<>();

    /**
     * The value of a field that a class is known to have in some versions of the JDK.
     *
     * @param object null for a static field
     */
    Optional<Object> read(Class<?> owner, @Nullable Object object, String field) {
        try {
            Field found = owner.getDeclaredField(field);
            if (found.trySetAccessible()) {
                return Optional.ofNullable(found.get(object));
            }
            closed.add(owner.getModule().getName() + "/" + owner.getPackageName());
            return Optional.empty();
        } catch (NoSuchFieldException | IllegalAccessException otherVersion) {
            return Optional.empty();
        }
    }

    /** The value of a static field of a class that may not be there. */
    Optional<Object> read(String className, String field) {
        try {
            return read(Class.forName(className, true, ClassLoader.getPlatformClassLoader()), null, field);
        } catch (ClassNotFoundException absent) {
            return Optional.empty();
        }
    }

    /** What an object refers to strongly, as far as its fields are open. */
    List<Object> referents(Object object) {
        List<Object> found = new ArrayList<>();
        for (Field field : fields(object.getClass())) {
            try {
                Object value = field.get(object);
                if (value != null) {
                    found.add(value);
                }
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException("The field was made accessible: " + field, impossible);
            }
        }
        return found;
    }

    /** What would have to be opened to see more; empty if nothing was closed. */
    Optional<String> wish() {
        if (closed.isEmpty()) {
            return Optional.empty();
        }
        Module ours = Innards.class.getModule();
        String us = ours.isNamed() ? ours.getName() : "ALL-UNNAMED";
        StringBuilder switches = new StringBuilder();
        closed.forEach(name ->
                switches.append(" --add-opens ").append(name).append('=').append(us));
        return Optional.of(
                "Not everything could be looked at. Ask for the heap path, or start the JVM with" + switches + ".");
    }

    private List<Field> fields(Class<?> type) {
        return known.computeIfAbsent(type, Innards::open);
    }

    private static List<Field> open(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> at = type; at != null && at != Object.class && at != Reference.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                boolean refers = !field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers());
                if (refers && field.trySetAccessible()) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }
}
