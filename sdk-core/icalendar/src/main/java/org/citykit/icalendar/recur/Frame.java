package org.citykit.icalendar.recur;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;
import org.citykit.icalendar.time.OffsetSpan;
import org.jspecify.annotations.Nullable;

/**
 * The time line of a recurrence set. Keys order its occurrences: seconds since 1970 UTC where the start is zoned or in
 * UTC, local seconds where it is a date or floating.
 */
final class Frame {
    /** Well before the year 0 and well after the year 9999, and within what {@code java.time} can shift. */
    private static final long FIRST_KEY = -100_000_000_000L;

    private static final long LAST_KEY = 300_000_000_000L;

    private static final long FIRST_SECOND = LocalDateTime.of(0, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    private static final long LAST_SECOND =
            LocalDateTime.of(9999, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);
    private static final long DAY = 86_400;

    private final DateOrDateTime start;
    private final @Nullable CalendarZone zone;

    Frame(DateOrDateTime start) {
        this.start = start;
        CalendarZone own = start.zone().orElse(null);
        this.zone = own == null || own.rules().equals(ZoneOffset.UTC.getRules()) ? null : own;
    }

    boolean isLocal() {
        return !start.isFixed();
    }

    /** Returns the key of a local second of the start's own clock. */
    long key(long localSecond) {
        return zone == null ? localSecond : zone.toInstant(local(localSecond)).getEpochSecond();
    }

    long key(Instant instant, CalendarZone viewer) {
        long second = Math.max(FIRST_KEY, Math.min(LAST_KEY, instant.getEpochSecond()));
        return isLocal() ? viewer.toLocal(Instant.ofEpochSecond(second)).toEpochSecond(ZoneOffset.UTC) : second;
    }

    /** Returns the key of a point in any form, read on the start's clock where it has none of its own. */
    long key(DateOrDateTime point) {
        LocalDateTime local = point.local();
        if (start.isDate()) {
            local = local.toLocalDate().atStartOfDay();
        } else if (point.isDate()) {
            local = local.toLocalDate().atTime(start.local().toLocalTime());
        } else if (!isLocal() && point.kind() != DateOrDateTime.Kind.FLOATING) {
            return point.toInstant(CalendarZone.UTC).getEpochSecond();
        }
        return key(local.toEpochSecond(ZoneOffset.UTC));
    }

    /** Returns the local time of a point in any form on the start's clock. */
    LocalDateTime localOf(DateOrDateTime point) {
        LocalDateTime local = point.local();
        if (start.isDate()) {
            return local.toLocalDate().atStartOfDay();
        } else if (point.isDate()) {
            return local.toLocalDate().atTime(start.local().toLocalTime());
        }
        boolean own = isLocal()
                || point.kind() == DateOrDateTime.Kind.FLOATING
                || (point.kind() == start.kind() && point.zone().equals(start.zone()));
        Instant instant = point.toInstant(CalendarZone.UTC);
        return own ? local : start.zone().orElse(CalendarZone.UTC).toLocal(instant);
    }

    /** Returns the clock's zone, or null where its seconds are the keys. */
    @Nullable
    CalendarZone zone() {
        return zone;
    }

    /** Returns a local second such that no earlier one has a key at or after the given one. */
    long localFrom(long key) {
        if (zone == null) {
            return key;
        }
        OffsetSpan span = zone.knownSpanAt(key).orElse(null);
        if (span != null && key + span.offset() - DAY >= span.from()) {
            // Far from the change before it, so that no gap can have moved a time to here.
            return key + span.offset();
        }
        long clamped = Math.max(FIRST_KEY, Math.min(LAST_KEY, key));
        Instant instant = Instant.ofEpochSecond(clamped);
        long local = clamped + zone.rules().getOffset(instant).getTotalSeconds();
        ZoneOffsetTransition before = zone.rules().previousTransition(instant.plusSeconds(1));
        boolean behindGap = before != null
                && before.isGap()
                && before.toEpochSecond() + before.getDuration().toSeconds() > clamped;
        return behindGap ? Math.min(local, before.getDateTimeBefore().toEpochSecond(ZoneOffset.UTC)) : local;
    }

    @Nullable
    ZoneOffsetTransition gapAt(long localSecond) {
        if (zone == null || zone.rules().isFixedOffset()) {
            return null;
        }
        ZoneOffsetTransition transition = zone.rules().getTransition(local(localSecond));
        return transition != null && transition.isGap() ? transition : null;
    }

    /** Returns the day, on the start's clock, of a key. */
    long dayOf(long key) {
        if (zone == null) {
            return Math.floorDiv(key, 86_400L);
        }
        return zone.toLocal(Instant.ofEpochSecond(key)).toLocalDate().toEpochDay();
    }

    /** Tells whether the point of a key can be written: its local year has four digits. */
    boolean hasPoint(long key) {
        return key >= FIRST_SECOND + (zone == null ? 0 : DAY) && key <= LAST_SECOND - (zone == null ? 0 : DAY);
    }

    /** Returns the point of a key in the form of the start. */
    DateOrDateTime point(long key) {
        if (zone == null) {
            return start.withLocal(local(key));
        }
        LocalDateTime local = zone.toLocal(Instant.ofEpochSecond(key));
        boolean exact = zone.toInstant(local).getEpochSecond() == key;
        // The second of two equal local times cannot be said in local time.
        return exact ? start.withLocal(local) : DateOrDateTime.of(Instant.ofEpochSecond(key));
    }

    private static LocalDateTime local(long second) {
        return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    }
}
