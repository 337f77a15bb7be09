package org.citykit.testkit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.guard.Deadlines;
import org.citykit.runtime.guard.Guard;
import org.citykit.runtime.guard.Guarded;
import org.jspecify.annotations.Nullable;

/** The thread on which one module's vendor code is called, by the runtime's own guard. */
final class VendorThread implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Deadlines deadlines = new Deadlines();
    private final Guard guard;
    private final ClassLoader loader;

    VendorThread(String module, ClassLoader loader) {
        this.guard = new Guard(module, deadlines);
        this.loader = loader;
    }

    /** Calls vendor code and waits for its end. */
    <T> Ended<T> call(String what, Duration limit, Callable<? extends @Nullable T> body) {
        return await(this.<T>begin(what, limit, body), limit);
    }

    /** Calls vendor code and returns at once. */
    <T> CompletableFuture<Guarded<Ended<T>>> begin(String what, Duration limit, Callable<? extends @Nullable T> body) {
        return guard.call(what, loader, limit, RuntimeError.CONTRACT_BROKEN, () -> attempt(body));
    }

    /** Waits for the end of a call. */
    static <T> Ended<T> await(CompletableFuture<Guarded<Ended<T>>> call, Duration limit) {
        try {
            Guarded<Ended<T>> end = call.get(limit.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
            if (end instanceof Guarded.Done<Ended<T>> done) {
                return done.value();
            }
            Guarded.Failed<Ended<T>> failed = (Guarded.Failed<Ended<T>>) end;
            return new Ended.Hung<>(failed.reason(), failed.stack());
        } catch (TimeoutException | ExecutionException impossible) {
            return new Ended.Hung<>("it was given up after " + limit.plus(PATIENCE) + ": " + impossible, List.of());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Ended.Hung<>("the test was stopped", List.of());
        }
    }

    /** Interrupts the call that runs now. */
    void hurry() {
        guard.hurry();
    }

    @Override
    public void close() {
        guard.close();
        deadlines.close();
    }

    private static <T> Ended<T> attempt(Callable<? extends @Nullable T> body) {
        try {
            return new Ended.Returned<>(body.call());
        } catch (Throwable thrown) { // vendor code may throw anything, and every rule wants to see it
            return new Ended.Threw<>(thrown);
        }
    }
}
