package org.citykit.runtime.unload;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Caches of the JDK that hold the last class they met, whoever's it is. Before JDK 18 the method handle behind the
 * {@code equals} of all records remembers the component type that it was last adapted to, and with it a plugin that was
 * closed long ago, until a record with another type is compared for the first time.
 */
final class JdkCaches {
    private static final Logger LOG = LoggerFactory.getLogger(JdkCaches.class);

    private JdkCaches() {}

    /**
     * A record whose copies are compared, each for its first time.
     *
     * @param component of the type that the cache remembers instead
     */
    public record Displacer(Thread component) {}

    /** Makes a copy of a class, seen by nobody. */
    private static final class Copies extends ClassLoader {
        Copies() {
            super(null);
        }

        Class<?> copy(byte[] bytes) {
            return defineClass(null, bytes, 0, bytes.length);
        }
    }

    /** Has the caches hold something of the JDK's instead. */
    static void displace() {
        try (InputStream bytes = JdkCaches.class.getResourceAsStream("JdkCaches$Displacer.class")) {
            if (bytes == null) {
                return;
            }
            Constructor<?> make = new Copies().copy(bytes.readAllBytes()).getConstructor(Thread.class);
            Thread any = Thread.currentThread();
            boolean same = make.newInstance(any).equals(make.newInstance(any));
            assert same;
        } catch (IOException | ReflectiveOperationException | LinkageError left) {
            LOG.debug("The JDK's caches are left as they are.", left);
        }
    }
}
