package org.citykit.runtime.module;

import java.time.Duration;

/** Tells how long a call has run, on whatever thread one asks. Thread-safe. */
final class Stopwatch {
    private volatile long begun;
    private volatile boolean running;

    /** To be called when the call begins to run. */
    void start() {
        begun = System.nanoTime();
        running = true;
    }

    /** Zero if it never began. */
    Duration elapsed() {
        return running ? Duration.ofNanos(System.nanoTime() - begun) : Duration.ZERO;
    }
}
