package org.citykit.runtime.guard;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Starts threads of the JVM that live for ever before vendor code can be the first to need them: a thread takes over the
 * context of whoever makes it, and would hold that plugin for ever.
 */
final class SharedThreads {
    private SharedThreads() {}

    /** Starts those that do not run yet. */
    static void start() {
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        current.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            CompletableFuture<Boolean> delayed =
                    new CompletableFuture<Boolean>().completeOnTimeout(true, 1, TimeUnit.NANOSECONDS);
            assert delayed != null;
        } finally {
            current.setContextClassLoader(before);
        }
    }
}
