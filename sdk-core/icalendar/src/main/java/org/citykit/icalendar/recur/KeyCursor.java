package org.citykit.icalendar.recur;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Walks the occurrences of one rule in the order of a {@link Frame}'s keys. Times that fall into a gap of the zone move
 * behind it (RFC 5545 §3.3.5) and may then meet or pass others; they are held until their turn.
 */
final class KeyCursor {
    private final RuleCursor rule;
    private final Frame frame;
    private final long lastKey;
    private final LocalClock clock;
    private @Nullable PriorityQueue<Long> held;
    private long ahead;
    private boolean read;

    KeyCursor(RuleCursor rule, Frame frame, long lastKey) {
        this.rule = rule;
        this.frame = frame;
        this.clock = new LocalClock(frame);
        this.lastKey = lastKey;
    }

    void seek(long key) {
        rule.seek(frame.localFrom(key));
    }

    /** Returns the next key without taking it, or {@link RuleCursor#END}. */
    long peek() {
        while (!read) {
            accept(rule.next());
        }
        long key = held == null || held.isEmpty() ? ahead : Math.min(held.element(), ahead);
        return key > lastKey ? RuleCursor.END : key;
    }

    /** Takes and returns the next key, or {@link RuleCursor#END}. */
    long poll() {
        if (held == null && !read) {
            long local = rule.next();
            if (local != RuleCursor.END && clock.isPlain(local)) {
                long key = clock.key(local);
                return key > lastKey ? RuleCursor.END : key;
            }
            accept(local);
        }
        long key = peek();
        take(key);
        return key;
    }

    private void accept(long local) {
        if (local == RuleCursor.END) {
            ahead = RuleCursor.END;
            read = true;
        } else if (clock.isInGap(local)) {
            hold(clock.key(local));
        } else {
            ahead = clock.key(local);
            read = true;
        }
    }

    private void hold(long key) {
        if (held == null) {
            held = new PriorityQueue<>();
        }
        held.add(key);
    }

    /** Takes every occurrence of a key that {@link #peek()} returned. */
    void take(long key) {
        while (held != null && !held.isEmpty() && held.element() == key) {
            held.remove();
        }
        if (read && ahead == key) {
            read = false;
        }
    }
}
