package org.citykit.icalendar.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time zone: a name and its rules, whether the JDK knows it or a calendar brought it along. Immutable.
 *
 * <p>Rules that a calendar brought along are private to this object; nothing is registered with the JVM.
 */
public final class CalendarZone {
    /** Coordinated universal time. */
    public static final CalendarZone UTC = new CalendarZone("UTC", ZoneOffset.UTC.getRules(), true);

    private final String id;
    private final ZoneRules rules;
    private final boolean known;
    /** What {@link #spanAt(long)} found last: a memory that any thread may lose, of an immutable value. */
    private @Nullable OffsetSpan lastSpan;

    private CalendarZone(String id, ZoneRules rules, boolean known) {
        this.id = Objects.requireNonNull(id, "id");
        this.rules = Objects.requireNonNull(rules, "rules");
        this.known = known;
    }

    /**
     * Makes a zone that the JDK knows.
     *
     * @param zone the zone
     * @return the zone of the same name and rules
     */
    public static CalendarZone of(ZoneId zone) {
        return new CalendarZone(zone.getId(), zone.getRules(), true);
    }

    /**
     * Makes a zone of private rules.
     *
     * @param id the name that the calendar gave it
     * @param rules its rules
     * @return the zone
     */
    public static CalendarZone of(String id, ZoneRules rules) {
        return new CalendarZone(id, rules, false);
    }

    /**
     * Returns the name.
     *
     * @return the IANA name, or the calendar's own name of a private zone
     */
    public String id() {
        return id;
    }

    /**
     * Returns the rules.
     *
     * @return the rules
     */
    public ZoneRules rules() {
        return rules;
    }

    /**
     * Returns the zone for use with {@code java.time}.
     *
     * @return the zone, or empty for private rules
     */
    public Optional<ZoneId> zoneId() {
        return known ? Optional.of(ZoneId.of(id)) : Optional.empty();
    }

    /**
     * Finds the instant of a local time: in a gap the offset before the gap applies, of two times the first is meant
     * (RFC 5545 §3.3.5).
     *
     * @param local the local time
     * @return the instant
     */
    public Instant toInstant(LocalDateTime local) {
        // For gaps and overlaps alike, ZoneRules answers with the offset before the transition.
        return local.toInstant(rules.getOffset(local));
    }

    /**
     * Returns the local time of an instant.
     *
     * @param instant the instant
     * @return the local time
     */
    public LocalDateTime toLocal(Instant instant) {
        return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, rules.getOffset(instant));
    }

    /**
     * Finds the stretch of one offset around a local second. Asking again nearby costs next to nothing.
     *
     * @param localSecond seconds of local time since 1970-01-01
     * @return the stretch, or empty where the second does not exist or exists twice
     */
    public Optional<OffsetSpan> spanAt(long localSecond) {
        OffsetSpan last = lastSpan;
        if (last != null && last.holds(localSecond)) {
            return Optional.of(last);
        }
        LocalDateTime local = LocalDateTime.ofEpochSecond(localSecond, 0, ZoneOffset.UTC);
        if (rules.getTransition(local) != null) {
            return Optional.empty();
        }
        ZoneOffset offset = rules.getOffset(local);
        Instant instant = local.toInstant(offset);
        ZoneOffsetTransition before = rules.previousTransition(instant.plusSeconds(1));
        ZoneOffsetTransition after = rules.nextTransition(instant);
        OffsetSpan found = new OffsetSpan(
                before == null
                        ? Long.MIN_VALUE
                        : Math.max(second(before.getDateTimeBefore()), second(before.getDateTimeAfter())),
                after == null
                        ? Long.MAX_VALUE
                        : Math.min(second(after.getDateTimeBefore()), second(after.getDateTimeAfter())),
                offset.getTotalSeconds());
        lastSpan = found;
        return Optional.of(found);
    }

    /**
     * Returns the stretch that {@link #spanAt(long)} found last if it holds the local time of an instant.
     *
     * @param epochSecond seconds since 1970-01-01 UTC
     * @return the stretch, or empty where it must be looked for
     */
    public Optional<OffsetSpan> knownSpanAt(long epochSecond) {
        OffsetSpan last = lastSpan;
        return last != null && last.holds(epochSecond + last.offset()) ? Optional.of(last) : Optional.empty();
    }

    private static long second(LocalDateTime local) {
        return local.toEpochSecond(ZoneOffset.UTC);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CalendarZone that && id.equals(that.id) && rules.equals(that.rules);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return id;
    }
}
