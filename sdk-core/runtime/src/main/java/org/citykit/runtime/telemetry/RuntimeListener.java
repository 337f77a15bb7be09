package org.citykit.runtime.telemetry;

/**
 * Hears what happens in a runtime. Implemented by whoever embeds it.
 *
 * <p>Called on one thread of the runtime, one event after the other, in the order in which they happened. What it
 * throws is logged and forgotten. While it is slow, up to {@value Telemetry#WAITING_EVENTS} events wait for it; those
 * that come on top are dropped and counted ({@link Telemetry#dropped}).
 */
@FunctionalInterface
public interface RuntimeListener {
    /** Hears of an event. */
    void heard(RuntimeEvent event);

    /** Hears nothing. */
    static RuntimeListener none() {
        return event -> {};
    }
}
