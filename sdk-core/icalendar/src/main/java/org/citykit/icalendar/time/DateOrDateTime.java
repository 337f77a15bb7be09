package org.citykit.icalendar.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/**
 * A DATE or a DATE-TIME in one of its three forms: floating, zoned, or UTC (RFC 5545 §3.3.4, §3.3.5). Precise to the
 * second, years 0 to 9999.
 *
 * @param kind the form
 * @param local the date and time as written; midnight for a date
 * @param zone the zone of a zoned time, else empty
 */
public record DateOrDateTime(Kind kind, LocalDateTime local, Optional<CalendarZone> zone) {

    /** The forms of a point in time. */
    public enum Kind {
        /** A day without a time. */
        DATE,
        /** The same local time wherever the reader is. */
        FLOATING,
        /** A local time in a zone. */
        ZONED,
        /** A time in UTC. */
        UTC
    }

    /** Checks that the form fits the parts and cuts fractions of a second. */
    public DateOrDateTime {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(zone, "zone");
        local = local.withNano(0);
        if (local.getYear() < 0 || local.getYear() > 9999) {
            throw new ValueFormatException("a year from 0 to 9999", local.toString());
        }
        if (zone.isPresent() != (kind == Kind.ZONED)) {
            throw new IllegalArgumentException("A zone belongs to a ZONED time and to no other: " + kind);
        }
        if (kind == Kind.DATE) {
            local = local.toLocalDate().atStartOfDay();
        }
    }

    /**
     * Makes a date.
     *
     * @param date the day
     * @return the value
     */
    public static DateOrDateTime of(LocalDate date) {
        return new DateOrDateTime(Kind.DATE, date.atStartOfDay(), Optional.empty());
    }

    /**
     * Makes a floating time.
     *
     * @param local the local time
     * @return the value
     */
    public static DateOrDateTime floating(LocalDateTime local) {
        return new DateOrDateTime(Kind.FLOATING, local, Optional.empty());
    }

    /**
     * Makes a time in a zone.
     *
     * @param local the local time
     * @param zone the zone
     * @return the value
     */
    public static DateOrDateTime of(LocalDateTime local, CalendarZone zone) {
        return new DateOrDateTime(Kind.ZONED, local, Optional.of(zone));
    }

    /**
     * Makes a time in UTC.
     *
     * @param instant the instant
     * @return the value
     */
    public static DateOrDateTime of(Instant instant) {
        return new DateOrDateTime(
                Kind.UTC, LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC), Optional.empty());
    }

    /**
     * Reads a DATE or DATE-TIME without parameters. Lower-case letters and a missing number of seconds are accepted.
     *
     * @param text as {@code 20260321}, {@code 20260321T090000} or {@code 20260321T090000Z}
     * @return a date, a floating time or a time in UTC
     * @throws ValueFormatException if the text is none of them
     */
    public static DateOrDateTime parse(String text) {
        return DateTimeText.parse(text);
    }

    /**
     * Places a floating time in a zone; a date or a time in UTC stays as it is.
     *
     * @param where the zone
     * @return the value
     */
    public DateOrDateTime in(CalendarZone where) {
        return kind == Kind.FLOATING ? of(local, where) : this;
    }

    /**
     * Tells whether this is a day without a time.
     *
     * @return true for a date
     */
    public boolean isDate() {
        return kind == Kind.DATE;
    }

    /**
     * Tells whether this is one moment wherever it is read, in UTC or in a zone.
     *
     * @return false for a date and for a floating time
     */
    public boolean isFixed() {
        return kind == Kind.UTC || kind == Kind.ZONED;
    }

    /**
     * Returns the day as written.
     *
     * @return the local date
     */
    public LocalDate date() {
        return local.toLocalDate();
    }

    /**
     * Finds the instant; a date means its first moment.
     *
     * @param viewer the zone in which dates and floating times are seen
     * @return the instant
     */
    public Instant toInstant(CalendarZone viewer) {
        return switch (kind) {
            case UTC -> local.toInstant(ZoneOffset.UTC);
            case ZONED -> zone.orElseThrow().toInstant(local);
            case DATE, FLOATING -> viewer.toInstant(local);
        };
    }

    /**
     * Makes a value of the same form at another local time.
     *
     * @param newLocal the local time, UTC for a time in UTC
     * @return the value
     */
    public DateOrDateTime withLocal(LocalDateTime newLocal) {
        return new DateOrDateTime(kind, newLocal, zone);
    }

    /**
     * Adds a duration: days and weeks by the calendar, hours and less by the clock (RFC 5545 §3.3.6).
     *
     * @param duration the duration; for a date its time part counts by whole days
     * @return the value; in UTC where it falls on the second of two equal local times
     */
    public DateOrDateTime plus(CalendarDuration duration) {
        LocalDateTime moved = local.plusDays(duration.days());
        if (duration.seconds() == 0) {
            return withLocal(moved);
        }
        if (kind == Kind.ZONED) {
            CalendarZone where = zone.orElseThrow();
            Instant instant = where.toInstant(moved).plusSeconds(duration.seconds());
            LocalDateTime there = where.toLocal(instant);
            // The second of two equal local times cannot be said in local time.
            return where.toInstant(there).equals(instant) ? withLocal(there) : of(instant);
        }
        return withLocal(moved.plusSeconds(duration.seconds()));
    }

    /**
     * Writes the value without parameters.
     *
     * @return the text of RFC 5545 in ASCII digits, with {@code Z} for UTC
     */
    public String toText() {
        return DateTimeText.write(this);
    }

    /** Returns the text with the zone in brackets, for messages. */
    @Override
    public String toString() {
        return zone.map(where -> toText() + "[" + where + "]").orElseGet(this::toText);
    }
}
