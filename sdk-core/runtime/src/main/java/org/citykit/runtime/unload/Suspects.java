package org.citykit.runtime.unload;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The loaders that are still there, and what was found to hold them. Held for one look only; confined. */
final class Suspects {
    private static final int PINS = 20;

    private final IdentityHashMap<ClassLoader, Set<Pin>> pins = new IdentityHashMap<>();

    Suspects(Collection<ClassLoader> loaders) {
        loaders.forEach(loader -> pins.put(loader, new LinkedHashSet<>()));
    }

    /** The loader whose plugin an object belongs to, if it is one of these. Calls nothing of the object's. */
    Optional<ClassLoader> ownerOf(@Nullable Object object) {
        if (object == null) {
            return Optional.empty();
        }
        ClassLoader loader = object instanceof ClassLoader itself && pins.containsKey(itself)
                ? itself
                : object instanceof Class<?> type ? type.getClassLoader() : moduleLoaderOf(object);
        return loader != null && pins.containsKey(loader) ? Optional.of(loader) : Optional.empty();
    }

    /** Those that bear a plugin's name; there may be several generations of it. */
    List<ClassLoader> named(@Nullable String name) {
        List<ClassLoader> found = new ArrayList<>();
        if (name != null) {
            pins.keySet().stream().filter(it -> name.equals(it.getName())).forEach(found::add);
        }
        return found;
    }

    void pin(ClassLoader loader, PinKind kind, String description) {
        Set<Pin> known = pins.get(loader);
        if (known != null && known.size() < PINS) {
            known.add(new Pin(kind, description));
        }
    }

    List<Pin> of(ClassLoader loader) {
        return List.copyOf(pins.getOrDefault(loader, Set.of()));
    }

    private static @Nullable ClassLoader moduleLoaderOf(Object object) {
        return object instanceof Module module
                ? module.getClassLoader()
                : object.getClass().getClassLoader();
    }
}
