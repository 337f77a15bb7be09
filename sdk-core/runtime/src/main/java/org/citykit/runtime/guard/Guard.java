package org.citykit.runtime.guard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.citykit.api.ErrorCode;
import org.citykit.runtime.RuntimeError;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Calls the vendor code of one module: one call at a time on the module's own platform thread, so that a module that
 * hangs or burns its time only ever takes that one thread.
 *
 * <p>At the deadline the thread is interrupted; if it has not come back after the grace time the call ends as
 * {@link RuntimeError#DEADLINE_EXCEEDED} and the module is stuck: every further call is refused until the thread comes
 * back. Thread-safe.
 */
public final class Guard implements AutoCloseable {
    /** How long a call may take to react to an interrupt. */
    public static final Duration GRACE = Duration.ofMillis(500);

    private static final int WAITING = 16;
    private static final long IDLE_SECONDS = 10;

    private final String module;
    private final Deadlines deadlines;
    private final ThreadPoolExecutor thread;
    private final AtomicReference<@Nullable Call<?>> running = new AtomicReference<>();
    private final AtomicReference<@Nullable Call<?>> stuck = new AtomicReference<>();

    /**
     * @param module the module's id; names the thread and stands in every log line written on it
     * @param deadlines shared by all guards of a runtime
     */
    public Guard(String module, Deadlines deadlines) {
        this.module = module;
        this.deadlines = deadlines;
        this.thread = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), task -> {
                    Thread made = new Thread(task, "citykit-module-" + module);
                    made.setDaemon(true);
                    return made;
                });
        thread.allowCoreThreadTimeOut(true);
    }

    /**
     * Calls vendor code.
     *
     * @param what is called, as the report names it, for example {@code fetch}
     * @param loader the context class loader meanwhile
     * @param limit how long it may take from when it begins to run
     * @param otherwise the code for exceptions that carry none
     * @param body the call
     * @return completed on the module's thread or on the thread of the deadlines; never exceptionally
     */
    public <T> CompletableFuture<Guarded<T>> call(
            String what,
            ClassLoader loader,
            Duration limit,
            ErrorCode otherwise,
            Callable<? extends @Nullable T> body) {
        Optional<Guarded.Failed<T>> quarantined = stuck().map(Guarded.Failed::as);
        if (quarantined.isPresent()) {
            return CompletableFuture.completedFuture(quarantined.get());
        }
        Call<T> call = new Call<>(what, loader, limit, otherwise, body);
        try {
            thread.execute(call);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.completedFuture(refusal(what));
        }
        return call.end;
    }

    /** Why the module takes no calls now, with the stack of the thread that does not come back. */
    public Optional<Guarded.Failed<Object>> stuck() {
        return Optional.ofNullable(stuck.get()).map(Call::quarantine);
    }

    /** Ends the call that runs now, if any, as if its deadline had come. Returns at once. */
    public void hurry() {
        Call<?> call = running.get();
        if (call != null) {
            call.expire();
        }
    }

    /** Interrupts what runs and takes no more calls. Returns at once. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private <T> Guarded.Failed<T> refusal(String what) {
        return thread.isShutdown()
                ? new Guarded.Failed<>(RuntimeError.RUNTIME_CLOSED, what + " was not called: it is closed.", List.of())
                : new Guarded.Failed<>(
                        RuntimeError.MODULE_QUARANTINED,
                        what + " was not called: " + WAITING + " calls wait already.",
                        List.of());
    }

    private enum Phase {
        WAITING,
        RUNNING,
        EXPIRED,
        ENDED
    }

    private final class Call<T> implements Runnable {
        private final String what;
        private final ClassLoader loader;
        private final Duration limit;
        private final ErrorCode otherwise;
        private final Callable<? extends @Nullable T> body;
        private final CompletableFuture<Guarded<T>> end = new CompletableFuture<>();
        private Phase phase = Phase.WAITING;
        private @Nullable Thread runner;

        Call(
                String what,
                ClassLoader loader,
                Duration limit,
                ErrorCode otherwise,
                Callable<? extends @Nullable T> body) {
            this.what = what;
            this.loader = loader;
            this.limit = limit;
            this.otherwise = otherwise;
            this.body = body;
        }

        @Override
        public void run() {
            begin();
            var deadline = deadlines.after(limit, this::expire);
            Guarded<T> result = attempt();
            deadline.cancel(false);
            finish();
            end.complete(result);
        }

        private Guarded<T> attempt() {
            Thread current = Thread.currentThread();
            current.setContextClassLoader(loader);
            MDC.put("module", module);
            try {
                T value = body.call();
                return value == null
                        ? new Guarded.Failed<>(
                                RuntimeError.CONTRACT_BROKEN,
                                what + " returned null; it must return a value.",
                                List.of())
                        : new Guarded.Done<>(value);
            } catch (Throwable thrown) { // vendor code may throw anything; nothing of it may leave this thread
                return ThrownReport.of(thrown, otherwise, what);
            } finally {
                MDC.clear();
                current.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            }
        }

        private synchronized void begin() {
            phase = Phase.RUNNING;
            runner = Thread.currentThread();
            running.set(this);
        }

        private synchronized void finish() {
            phase = Phase.ENDED;
            running.compareAndSet(this, null);
            stuck.compareAndSet(this, null);
            boolean late = Thread.interrupted(); // an interrupt meant for this call must not meet the next one
            assert !late || Thread.currentThread() == runner;
        }

        private synchronized void expire() {
            if (phase == Phase.RUNNING && runner != null) {
                phase = Phase.EXPIRED;
                runner.interrupt();
                deadlines.later(GRACE, this::abandon);
            }
        }

        private void abandon() {
            synchronized (this) {
                if (phase != Phase.EXPIRED) {
                    return;
                }
                stuck.set(this);
            }
            end.complete(new Guarded.Failed<>(
                    RuntimeError.DEADLINE_EXCEEDED,
                    what + " took longer than " + limit.toMillis() + " ms and did not end when interrupted.",
                    stack()));
        }

        private Guarded.Failed<Object> quarantine() {
            return new Guarded.Failed<>(
                    RuntimeError.MODULE_QUARANTINED,
                    "set aside: an earlier " + what + " still runs, although it was interrupted after "
                            + limit.toMillis() + " ms. Tell the vendor; the stack shows where it hangs.",
                    stack());
        }

        private List<String> stack() {
            Thread thread = runner;
            return thread == null ? List.of() : ThrownReport.lines(thread.getStackTrace());
        }
    }
}
