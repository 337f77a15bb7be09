package org.citykit.icalendar.recur;

import java.time.zone.ZoneOffsetTransition;
import java.util.PriorityQueue;

/**
 * Walks the occurrences of one rule in the order of a {@link Frame}'s keys. Times that fall into a gap of the zone move
 * behind it (RFC 5545 §3.3.5) and may then meet or pass others; they are held until their turn.
 */
final class KeyCursor {
    private final RuleCursor rule;
    private final Frame frame;
    private final long lastKey;
    private final PriorityQueue<Long> held = new PriorityQueue<>(2);
    private long ahead;
    private boolean read;

    KeyCursor(RuleCursor rule, Frame frame, long lastKey) {
        this.rule = rule;
        this.frame = frame;
        this.lastKey = lastKey;
    }

    void seek(long key) {
        rule.seek(frame.localFrom(key));
    }

    /** Returns the next key without taking it, or {@link RuleCursor#END}. */
    long peek() {
        while (!read) {
            long local = rule.next();
            if (local == RuleCursor.END) {
                ahead = RuleCursor.END;
                read = true;
            } else {
                ZoneOffsetTransition gap = frame.gapAt(local);
                if (gap == null) {
                    ahead = frame.key(local);
                    read = true;
                } else {
                    held.add(frame.key(local));
                }
            }
        }
        Long first = held.peek();
        long key = first == null ? ahead : Math.min(first, ahead);
        return key > lastKey ? RuleCursor.END : key;
    }

    /** Takes every occurrence of a key that {@link #peek()} returned. */
    void take(long key) {
        while (!held.isEmpty() && held.element() == key) {
            held.remove();
        }
        if (read && ahead == key) {
            read = false;
        }
    }
}
