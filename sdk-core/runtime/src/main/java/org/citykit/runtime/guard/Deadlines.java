package org.citykit.runtime.guard;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The clock that all guards of a runtime share: one daemon thread that runs short actions at their time. */
public final class Deadlines implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer;

    /** Starts no thread before the first deadline. */
    public Deadlines() {
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "citykit-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    ScheduledFuture<?> after(Duration delay, Runnable action) {
        return timer.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Runs a short action later, unless closed by then. Never throws: after closing, nothing is run. */
    void later(Duration delay, Runnable action) {
        if (!timer.isShutdown()) {
            ScheduledFuture<?> unwatched = after(delay, action);
            assert unwatched != null;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
