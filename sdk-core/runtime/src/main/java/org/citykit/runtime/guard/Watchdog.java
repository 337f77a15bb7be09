package org.citykit.runtime.guard;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that looks at all running calls every few milliseconds: who has run for its slice, who is past its
 * deadline, who does not come back. Parked when nobody has run for a while, and made when somebody first does. A call
 * arms it by showing itself in its worker; no timer task is made for a call. Thread-safe.
 */
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(5);

    /** So many looks without a call go before it parks: calls that follow each other need not wake it each time. */
    private static final int QUIET_LOOKS = 20;

    private final Set<Worker> workers = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private final long idle;
    private volatile boolean parked;
    private volatile boolean closed;
    private boolean started;

    /** @param idle how long a worker may wait for a call; it is sent away after that, and before twice as long */
    Watchdog(Duration idle) {
        this.idle = idle.toNanos();
        thread = new Thread(null, this::watch, "citykit-deadlines", 0, false);
        thread.setDaemon(true);
    }

    /** A worker begins to run calls. */
    void add(Worker worker) {
        workers.add(worker);
        synchronized (this) {
            if (!started && !closed) {
                started = true;
                thread.start();
            }
        }
        armed();
    }

    void remove(Worker worker) {
        workers.remove(worker);
    }

    /** A worker has just shown a call. */
    void armed() {
        if (parked) {
            parked = false;
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void watch() {
        long swept = System.nanoTime();
        int quiet = 0;
        while (!closed) {
            quiet = look() ? 0 : quiet + 1;
            if (quiet < QUIET_LOOKS) {
                LockSupport.parkNanos(this, TICK);
            } else {
                pause(swept);
                quiet = 0;
            }
            if (System.nanoTime() - swept >= idle) {
                swept = System.nanoTime();
                workers.forEach(Worker::leaveIfUnused);
            }
        }
    }

    private void pause(long swept) {
        parked = true;
        if (!look() && !closed) { // a call that was shown before it saw us parked
            if (workers.isEmpty()) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, Math.max(TICK, swept + idle - System.nanoTime()));
            }
        }
        parked = false;
    }

    /** True if a call runs, or one has begun since it last looked. */
    private boolean look() {
        long now = System.nanoTime();
        boolean any = false;
        for (Worker worker : workers) {
            Call<?> call = worker.current();
            if (call != null) {
                watch(call, now);
            }
            any |= worker.hasBegunAnother() || call != null;
        }
        return any;
    }

    private static void watch(Call<?> call, long now) {
        try {
            call.watch(now);
        } catch (RuntimeException | Error unforeseen) { // the other calls are watched all the same
            LOG.error("A call could not be ended.", unforeseen);
        }
    }
}
