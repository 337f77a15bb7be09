package org.citykit.runtime.guard;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Lets a few calls begin at a time, in the order in which they came, so that a thousand modules that start at once do
 * not mean a thousand runnable threads. Whoever has run for a slice of time makes room for the next, so that a stuck
 * call holds nobody up for longer than that. A call waits here without a thread. Thread-safe.
 */
final class Admission {
    private final Queue<Call<?>> waiting = new ArrayDeque<>();
    private int free;

    /** @param most how many calls may begin at once */
    Admission(int most) {
        this.free = most;
    }

    /** True if the call may begin now; otherwise it is begun when its turn comes. */
    synchronized boolean enter(Call<?> call) {
        if (free == 0) {
            waiting.add(call);
            return false;
        }
        free--;
        call.admit();
        return true;
    }

    /** Makes room; begins the next call, if one waits. */
    void leave() {
        Call<?> next = next();
        while (next != null && !next.begin()) {
            next = next();
        }
    }

    private synchronized @Nullable Call<?> next() {
        Call<?> next = waiting.poll();
        if (next == null) {
            free++;
        } else {
            next.admit();
        }
        return next;
    }
}
