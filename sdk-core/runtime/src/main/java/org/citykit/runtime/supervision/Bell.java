package org.citykit.runtime.supervision;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Wakes whoever waits for modules. It holds nothing, so that a module may hold it for as long as it lives. */
final class Bell {
    private boolean broken;

    synchronized void ring() {
        notifyAll();
    }

    /** Ends all waiting, now and later. */
    synchronized void breakOff() {
        broken = true;
        notifyAll();
    }

    /**
     * Waits until something holds, or the time is up.
     *
     * @return false if waiting was broken off, or the thread interrupted
     */
    synchronized boolean await(Duration longest, BooleanSupplier wanted) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            while (!broken && !wanted.getAsBoolean()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return true;
                }
                wait(left);
            }
            return !broken;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
