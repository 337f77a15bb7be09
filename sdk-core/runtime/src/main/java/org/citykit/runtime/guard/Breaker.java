package org.citykit.runtime.guard;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.citykit.runtime.GuardLimits;
import org.citykit.runtime.ModuleHealth;

/**
 * Gives a module a pause when too many of its last calls failed or were slow. Times are those of
 * {@link System#nanoTime}. Confined to the lock of its guard.
 */
final class Breaker {
    private final GuardLimits.Circuit limits;
    private final Window window;
    private ModuleHealth.Circuit state = ModuleHealth.Circuit.CLOSED;
    private int trials;
    private long until;

    Breaker(GuardLimits.Circuit limits) {
        this.limits = limits;
        this.window = new Window(limits.window());
    }

    /** True if a call may be made now; it must end in {@link #ended} or {@link #unmade}. */
    boolean permits(LongSupplier clock) {
        if (state == ModuleHealth.Circuit.OPEN && clock.getAsLong() - until >= 0) {
            state = ModuleHealth.Circuit.HALF_OPEN;
            startAnew();
        }
        return switch (state) {
            case CLOSED -> true;
            case OPEN -> false;
            case HALF_OPEN -> trials < limits.trials() && trials++ >= 0;
        };
    }

    /** A permitted call was not made after all. */
    void unmade() {
        if (state == ModuleHealth.Circuit.HALF_OPEN) {
            trials--;
        }
    }

    /** A permitted call has ended. */
    void ended(boolean callFailed, boolean callSlow, LongSupplier clock) {
        if (state == ModuleHealth.Circuit.OPEN) {
            return; // it was under way when the circuit opened
        }
        window.add(callFailed, callSlow);
        boolean trying = state == ModuleHealth.Circuit.HALF_OPEN;
        int enough = trying ? limits.trials() : limits.least();
        if (window.seen < enough) {
            return;
        }
        if (window.failed >= limits.failed() * window.seen || window.slow >= limits.slow() * window.seen) {
            state = ModuleHealth.Circuit.OPEN;
            until = clock.getAsLong() + limits.pause().toNanos();
            startAnew();
        } else if (trying) {
            state = ModuleHealth.Circuit.CLOSED;
            startAnew();
        }
    }

    ModuleHealth.Circuit state() {
        return state;
    }

    /** How long no call is permitted yet. */
    Duration left(long now) {
        return state == ModuleHealth.Circuit.OPEN ? Duration.ofNanos(Math.max(0, until - now)) : Duration.ZERO;
    }

    private void startAnew() {
        window.forget();
        trials = 0;
    }

    /** How the last calls ended. Written by the threads that make calls, and not by those that ask for them. */
    private static final class Window {
        private final boolean[] failures;
        private final boolean[] slownesses;
        private int next;
        private int seen;
        private int failed;
        private int slow;

        Window(int calls) {
            this.failures = new boolean[calls];
            this.slownesses = new boolean[calls];
        }

        void add(boolean callFailed, boolean callSlow) {
            failed += difference(callFailed, failures[next]);
            slow += difference(callSlow, slownesses[next]);
            failures[next] = callFailed;
            slownesses[next] = callSlow;
            next = next + 1 == failures.length ? 0 : next + 1;
            seen = Math.min(seen + 1, failures.length);
        }

        void forget() {
            Arrays.fill(failures, false);
            Arrays.fill(slownesses, false);
            next = 0;
            seen = 0;
            failed = 0;
            slow = 0;
        }

        private static int difference(boolean now, boolean before) {
            return (now ? 1 : 0) - (before ? 1 : 0);
        }
    }
}
