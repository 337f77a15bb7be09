package org.citykit.runtime.unload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;

/**
 * A class of its own loader that nobody holds. When it is gone, a collection that unloads classes has run: collections
 * of young objects never take a loader that has defined a class. Thread-safe.
 */
final class Canary {
    private final PhantomReference<ClassLoader> gone;

    private Canary(ClassLoader loader) {
        gone = new PhantomReference<>(loader, new ReferenceQueue<>());
    }

    static Canary release() {
        return new Canary(new Cage());
    }

    boolean gone() {
        return gone.refersTo(null);
    }

    /** Defines the class of this very file once more. */
    private static final class Cage extends ClassLoader {
        Cage() {
            super(null);
            try (InputStream in = Canary.class.getResourceAsStream("Canary.class")) {
                if (in == null) {
                    throw new IllegalStateException("The runtime's own classes cannot be read.");
                }
                byte[] bytes = in.readAllBytes();
                Class<?> unused = defineClass(Canary.class.getName(), bytes, 0, bytes.length);
                assert unused.getClassLoader() == this;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
