package org.citykit.runtime.guard;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.citykit.runtime.telemetry.CallOutcome;
import org.citykit.runtime.telemetry.CallSpan;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * A platform thread of one module. It runs calls of that module alone and ends with it, so that nothing that a plugin
 * leaves on its thread meets another module or outlives the plugin; a thread that was given up ends as soon as it comes
 * back. What a call can change on the thread itself is put right after every call.
 */
@SuppressWarnings("ThreadPriorityCheck") // it is put back to normal, no more
final class Worker implements Runnable, Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final String MODULE = "module";

    private final Guard guard;
    private final Deadlines deadlines;
    private final String name;
    private final Thread thread;
    private final AtomicReference<@Nullable Call<?>> given;
    private volatile @Nullable Call<?> current;
    private volatile boolean leaving;

    /** What it has taken and not yet told the end of. */
    private @Nullable Call<?> held;

    /** Made, but not started, with its first call. */
    Worker(Guard guard, Call<?> first) {
        this.guard = guard;
        this.deadlines = guard.deadlines();
        this.given = new AtomicReference<>(first);
        this.name = "citykit-module-" + guard.module();
        this.thread = new Thread(null, this, name, 0, false);
        thread.setDaemon(true);
        thread.setPriority(Thread.NORM_PRIORITY);
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        thread.setUncaughtExceptionHandler(this);
    }

    void start() {
        thread.start();
    }

    /** Hands it a call while it is idle. */
    void give(Call<?> call) {
        given.set(call);
        LockSupport.unpark(thread);
    }

    /** Ends it once it is idle. */
    void leave() {
        leaving = true;
        LockSupport.unpark(thread);
    }

    /** What it runs now. */
    @Nullable
    Call<?> current() {
        return current;
    }

    @Override
    public void run() {
        deadlines.watchdog().add(this);
        try {
            Call<?> call = await();
            while (call != null && perform(call)) {
                call = await();
            }
        } finally {
            deadlines.watchdog().remove(this);
            Call<?> unfinished = held;
            if (unfinished != null) {
                current = null;
                guard.died(unfinished);
            }
        }
    }

    @Override
    public void uncaughtException(Thread stopped, Throwable thrown) {
        LOG.debug("{} was stopped", name);
    }

    /** The next call, or null when it is time to end. */
    private @Nullable Call<?> await() {
        Call<?> call = given.getAndSet(null);
        if (call != null) {
            return call;
        }
        boolean crowded = !deadlines.idle(1);
        try {
            long end = System.nanoTime() + deadlines.limits().threads().idle().toNanos();
            while (true) {
                call = given.getAndSet(null);
                if (call != null) {
                    return call;
                }
                long left = end - System.nanoTime();
                if ((crowded || leaving || left <= 0) && guard.retire(this)) {
                    return null;
                }
                LockSupport.parkNanos(this, Math.max(1, left));
                if (Thread.interrupted()) {
                    LOG.debug("{} was interrupted by somebody else", name);
                }
            }
        } finally {
            deadlines.idle(-1);
        }
    }

    /** Runs a call; false if the thread must end, because its call was given up meanwhile. */
    private <T> boolean perform(Call<T> call) {
        if (!call.started()) {
            guard.skipped(call, this);
            return true;
        }
        held = call;
        current = call;
        deadlines.watchdog().armed();
        CallSpan span = deadlines.telemetry().call(guard.module(), call.what);
        MDC.put(MODULE, guard.module());
        thread.setContextClassLoader(call.loader);
        Guarded<T> result = call.attempt();
        CallOutcome outcome = call.finished(result);
        current = null;
        putRight();
        span.end(outcome);
        if (outcome == CallOutcome.ABANDONED) {
            held = null;
            guard.cameBack(call);
            return false;
        }
        guard.ended(call, this, result, outcome);
        held = null;
        return true;
    }

    private void putRight() {
        MDC.clear();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        if (!thread.getName().equals(name)) {
            thread.setName(name);
        }
        if (thread.getPriority() != Thread.NORM_PRIORITY) {
            thread.setPriority(Thread.NORM_PRIORITY);
        }
        if (thread.getUncaughtExceptionHandler() != this) {
            thread.setUncaughtExceptionHandler(this);
        }
        if (Thread.interrupted()) {
            LOG.trace("an interrupt ends with its call");
        }
    }
}
