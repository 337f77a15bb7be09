package org.citykit.runtime.telemetry;

/** Tells the numbers of one part of a runtime when asked. Called on any thread; must not wait for anything. */
@FunctionalInterface
public interface Measuring {
    /** Adds its numbers as they are now. */
    void measure(Samples samples);
}
