package org.citykit.runtime.guard;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a few calls begin at a time, in the order in which they came, so that a thousand modules that start at once do
 * not mean a thousand runnable threads. Whoever has run for a slice of time makes room for the next, so that a stuck
 * call holds nobody up for longer than that. A call waits here without a thread. Thread-safe, without a lock.
 */
final class Admission {
    private final Queue<Call<?>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiters = new AtomicInteger();
    private final AtomicInteger free;

    /** @param most how many calls may begin at once */
    Admission(int most) {
        this.free = new AtomicInteger(most);
    }

    /** Takes a place if one is free and nobody waits for it. */
    boolean tryEnter() {
        return waiters.get() == 0 && take();
    }

    /** Begins the call as soon as it is its turn, on this thread or another. */
    void enter(Call<?> call) {
        waiting.add(call);
        waiters.incrementAndGet();
        admit(); // a place may have become free before anybody could see that we wait
    }

    /** Gives a place back. */
    void leave() {
        free.incrementAndGet();
        if (waiters.get() > 0) {
            admit();
        }
    }

    private void admit() {
        while (waiters.get() > 0 && take()) {
            Call<?> next = waiting.poll();
            if (next == null) {
                free.incrementAndGet(); // somebody else admits it
                continue;
            }
            waiters.decrementAndGet();
            next.admit();
            if (!next.begin()) {
                next.makeRoomQuietly();
                free.incrementAndGet();
            }
        }
    }

    private boolean take() {
        int now = free.get();
        while (now > 0 && !free.compareAndSet(now, now - 1)) {
            now = free.get();
        }
        return now > 0;
    }
}
