package org.citykit.icalendar.recur;

import java.time.zone.ZoneOffsetTransition;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.OffsetSpan;
import org.jspecify.annotations.Nullable;

/** Turns local seconds into keys, quickly while the offset stays the same. Confined to one thread. */
final class LocalClock {
    private static final OffsetSpan EVERYTHING = new OffsetSpan(Long.MIN_VALUE, Long.MAX_VALUE, 0);
    private static final OffsetSpan NOTHING = new OffsetSpan(0, 0, 0);

    private final Frame frame;
    private final @Nullable CalendarZone zone;
    private OffsetSpan span;

    LocalClock(Frame frame) {
        this.frame = frame;
        this.zone = frame.zone();
        this.span = zone == null ? EVERYTHING : NOTHING;
    }

    /** Tells whether a local second stands in a gap, so that it moves. */
    boolean isInGap(long localSecond) {
        if (isPlain(localSecond)) {
            return false;
        }
        ZoneOffsetTransition gap = frame.gapAt(localSecond);
        return gap != null;
    }

    long key(long localSecond) {
        return isPlain(localSecond) ? localSecond - span.offset() : frame.key(localSecond);
    }

    /** Tells whether a local second exists exactly once. */
    boolean isPlain(long localSecond) {
        if (span.holds(localSecond)) {
            return true;
        }
        if (zone == null) {
            return true;
        }
        OffsetSpan found = zone.spanAt(localSecond).orElse(null);
        if (found == null) {
            return false;
        }
        span = found;
        return true;
    }
}
