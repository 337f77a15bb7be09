package org.citykit.runtime.guard;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.citykit.runtime.GuardLimits;
import org.citykit.runtime.telemetry.Measuring;
import org.citykit.runtime.telemetry.Samples;
import org.citykit.runtime.telemetry.Telemetry;

/**
 * What all guards of a runtime share: the thread that watches their deadlines, the order in which calls begin, the
 * limits and the numbers. Thread-safe.
 */
public final class Deadlines implements AutoCloseable {
    private static final String PART = "guard";

    private final GuardLimits limits;
    private final Telemetry telemetry;
    private final Admission admission;
    private final Watchdog watchdog;
    private final ThreadPoolExecutor reports;
    private final Map<String, CallMeter> meters = new ConcurrentHashMap<>();
    private final Map<String, Guard> guards = new ConcurrentHashMap<>();
    private final AtomicInteger idle = new AtomicInteger();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final Measuring measuring = this::measure;
    private final long slice;

    /** With {@link GuardLimits#STANDARD}, and nobody who listens. */
    public Deadlines() {
        this(GuardLimits.STANDARD, Telemetry.unheard());
    }

    /**
     * Starts no thread of its own before the first call.
     *
     * @param limits every number of the guard
     * @param telemetry hears of refused and abandoned calls, and shows the numbers
     */
    public Deadlines(GuardLimits limits, Telemetry telemetry) {
        SharedThreads.start();
        this.limits = limits;
        this.telemetry = telemetry;
        this.slice = limits.threads().slice().toNanos();
        this.watchdog = new Watchdog(limits.threads().idle());
        this.admission = new Admission(limits.threads().admitted());
        this.reports = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread made = new Thread(null, task, "citykit-abandoned", 0, false);
            made.setDaemon(true);
            return made;
        });
        reports.allowCoreThreadTimeOut(true);
        telemetry.measure(PART, measuring);
    }

    /** Every number of the guard. */
    public GuardLimits limits() {
        return limits;
    }

    /** Where the modules of this runtime tell what happens. */
    public Telemetry telemetry() {
        return telemetry;
    }

    /** Ends no call any more. To be closed after the guards; idempotent. */
    @Override
    public void close() {
        telemetry.forget(PART, measuring);
        watchdog.close();
        reports.shutdown();
    }

    Admission admission() {
        return admission;
    }

    Watchdog watchdog() {
        return watchdog;
    }

    /** How long a call holds its place, in nanoseconds. */
    long slice() {
        return slice;
    }

    CallMeter meter(String module) {
        return meters.computeIfAbsent(module, CallMeter::new);
    }

    void opened(Guard guard) {
        guards.put(guard.module(), guard);
    }

    void closed(Guard guard) {
        guards.remove(guard.module(), guard);
    }

    /** A thread begins (1) or ends (-1) to wait; false if as many wait as may. */
    boolean idle(int more) {
        return idle.addAndGet(more) <= limits.threads().kept();
    }

    /** A thread is left behind (1) or comes back (-1). */
    void leftBehind(int more) {
        abandoned.addAndGet(more);
    }

    /** Tells the end of an abandoned call, away from the thread that watches the others. */
    void report(Runnable end) {
        try {
            reports.execute(end);
        } catch (RejectedExecutionException closed) {
            end.run();
        }
    }

    private void measure(Samples samples) {
        meters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(meter -> meter.getValue().measure(samples));
        guards.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(guard -> guard.getValue().gauges().measure(samples));
        samples.gauge(
                "citykit_abandoned_threads",
                "Threads that do not come back from vendor code, those of closed modules too.",
                abandoned.get());
    }
}
