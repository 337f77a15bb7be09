package org.citykit.runtime.guard;

import java.time.Duration;
import java.util.BitSet;
import java.util.function.LongSupplier;
import org.citykit.runtime.GuardLimits;
import org.citykit.runtime.ModuleHealth;

/**
 * Gives a module a pause when too many of its last calls failed or were slow. Times are those of
 * {@link System#nanoTime}. Confined to the lock of its guard.
 */
final class Breaker {
    private final GuardLimits.Circuit limits;
    private final BitSet failed = new BitSet();
    private final BitSet slow = new BitSet();
    private ModuleHealth.Circuit state = ModuleHealth.Circuit.CLOSED;
    private int next;
    private int seen;
    private int trials;
    private long until;

    Breaker(GuardLimits.Circuit limits) {
        this.limits = limits;
    }

    /** True if a call may be made now; it must end in {@link #ended} or {@link #unmade}. */
    boolean permits(LongSupplier clock) {
        if (state == ModuleHealth.Circuit.OPEN && clock.getAsLong() - until >= 0) {
            state = ModuleHealth.Circuit.HALF_OPEN;
            forget();
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
        failed.set(next, callFailed);
        slow.set(next, callSlow);
        next = (next + 1) % limits.window();
        seen = Math.min(seen + 1, limits.window());
        boolean trying = state == ModuleHealth.Circuit.HALF_OPEN;
        int enough = trying ? limits.trials() : limits.least();
        if (seen < enough) {
            return;
        }
        if (failed.cardinality() >= limits.failed() * seen || slow.cardinality() >= limits.slow() * seen) {
            state = ModuleHealth.Circuit.OPEN;
            until = clock.getAsLong() + limits.pause().toNanos();
            forget();
        } else if (trying) {
            state = ModuleHealth.Circuit.CLOSED;
            forget();
        }
    }

    ModuleHealth.Circuit state() {
        return state;
    }

    /** How long no call is permitted yet. */
    Duration left(long now) {
        return state == ModuleHealth.Circuit.OPEN ? Duration.ofNanos(Math.max(0, until - now)) : Duration.ZERO;
    }

    private void forget() {
        failed.clear();
        slow.clear();
        next = 0;
        seen = 0;
        trials = 0;
    }
}
