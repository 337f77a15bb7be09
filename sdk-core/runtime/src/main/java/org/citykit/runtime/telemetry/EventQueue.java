package org.citykit.runtime.telemetry;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a listener on a thread of its own, so that it can harm nobody. Thread-safe. */
final class EventQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventQueue.class);
    private static final long IDLE_SECONDS = 10;

    private final RuntimeListener listener;
    private final ThreadPoolExecutor thread;
    private final AtomicLong dropped = new AtomicLong();

    EventQueue(RuntimeListener listener, int waiting) {
        this.listener = listener;
        this.thread = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), task -> {
                    Thread made = new Thread(null, task, "citykit-listener", 0, false);
                    made.setDaemon(true);
                    return made;
                });
        thread.allowCoreThreadTimeOut(true);
    }

    void add(RuntimeEvent event) {
        try {
            thread.execute(() -> tell(event));
        } catch (RejectedExecutionException full) {
            dropped.incrementAndGet();
        }
    }

    long dropped() {
        return dropped.get();
    }

    /** Takes no more events; those that wait are still told. Returns at once. */
    @Override
    public void close() {
        thread.shutdown();
    }

    private void tell(RuntimeEvent event) {
        try {
            listener.heard(event);
        } catch (Throwable thrown) { // the embedder's code may throw anything; the next event is told all the same
            LOG.error(
                    "The listener of the runtime failed at {}.",
                    event.getClass().getSimpleName(),
                    thrown);
        }
    }
}
