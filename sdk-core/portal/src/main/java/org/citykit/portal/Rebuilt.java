package org.citykit.portal;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A value that is built anew when its inputs change. Readers always get the last finished one and never wait; changes
 * that come while one is being built are taken together.
 *
 * @param <T> immutable
 */
final class Rebuilt<T> {
    private final Supplier<T> builder;
    private final AtomicLong wanted = new AtomicLong();
    private volatile T current;
    private long built;

    /**
     * @param empty what readers get until the first build
     * @param builder builds from the inputs as they are when it is called
     */
    Rebuilt(T empty, Supplier<T> builder) {
        this.current = empty;
        this.builder = builder;
    }

    T get() {
        return current;
    }

    /** Builds on the calling thread; returns when the value reflects the inputs as they were at the call. */
    void rebuild() {
        long want = wanted.incrementAndGet();
        synchronized (this) {
            if (built >= want) {
                return; // whoever was building when this change came has taken it in
            }
            long seen = wanted.get();
            current = builder.get();
            built = seen;
        }
    }
}
