package org.citykit.runtime.telemetry;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the rooms of a runtime tell what happens. Each event is counted, logged, told to JDK Flight Recorder and to the
 * listener; no method throws or waits. Thread-safe.
 */
public final class Telemetry implements AutoCloseable {
    /** How many events may wait for the listener. */
    public static final int WAITING_EVENTS = 1_024;

    private static final Logger LOG = LoggerFactory.getLogger(Telemetry.class);

    private final Clock clock;
    private final FlightRecorder recorder = FlightRecorder.ofJvm();
    private final EventTally tally = new EventTally();
    private final EventQueue queue;
    private final Map<String, Measuring> parts = new ConcurrentHashMap<>();

    private Telemetry(Clock clock, RuntimeListener listener) {
        this.clock = clock;
        this.queue = new EventQueue(listener, WAITING_EVENTS);
    }

    /** Tells a listener. Starts no thread before the first event. */
    public static Telemetry to(RuntimeListener listener, Clock clock) {
        return new Telemetry(clock, listener);
    }

    /** Counts, logs and records, but tells no listener. */
    public static Telemetry unheard() {
        return new Telemetry(Clock.systemUTC(), RuntimeListener.none());
    }

    /** Now, for events. */
    public Instant now() {
        return clock.instant();
    }

    /** Tells an event. */
    public void publish(RuntimeEvent event) {
        try {
            tally.count(event);
            recorder.happened(event);
            EventLog.write(event);
        } catch (RuntimeException untold) {
            LOG.error("An event could not be told everywhere.", untold);
        }
        queue.add(event);
    }

    /** Begins a call of vendor code for JDK Flight Recorder. */
    public CallSpan call(String module, String operation) {
        return recorder.call(module, operation);
    }

    /**
     * Adds the numbers of a part of the runtime to every snapshot from now on.
     *
     * @param part its name; a later part of the same name takes its place
     */
    public void measure(String part, Measuring measuring) {
        parts.put(part, measuring);
    }

    /** Takes the numbers of a part out again, unless another has taken its place. */
    public void forget(String part, Measuring measuring) {
        parts.remove(part, measuring);
    }

    /** How many events the listener has missed because it was slow. */
    public long dropped() {
        return queue.dropped();
    }

    /** The numbers as they stand. */
    public Metrics metrics() {
        Samples samples = new Samples();
        tally.measure(samples);
        samples.counter("citykit_events_dropped", "Events that the listener missed.", (double) dropped());
        parts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(part -> part.getValue().measure(samples));
        return samples.at(now());
    }

    /** Ends the thread of the listener once the events that wait are told. Returns at once; idempotent. */
    @Override
    public void close() {
        queue.close();
    }
}
