package org.citykit.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventTime;

/**
 * One time at which an event takes place. Immutable.
 *
 * @param entry the event; of a replaced occurrence, the one that replaces it
 * @param series the recurring event it belongs to, if it recurs
 * @param when when it begins and ends
 * @param start when it begins, in the zone of the event or else of the portal
 * @param end when it ends
 */
public record Occurrence(
        EventEntry entry, Optional<EventEntry> series, EventTime when, ZonedDateTime start, ZonedDateTime end) {
    static Occurrence of(EventEntry entry, Optional<EventEntry> series, EventTime when, ZoneId portal) {
        if (when instanceof EventTime.Timed timed) {
            ZoneId zone = timed.zone().orElse(portal);
            return new Occurrence(
                    entry, series, when, timed.start().atZone(zone), timed.end().atZone(zone));
        }
        EventTime.AllDay days = (EventTime.AllDay) when;
        return new Occurrence(
                entry,
                series,
                when,
                days.start().atStartOfDay(portal),
                days.end().atStartOfDay(portal));
    }

    /** What the calendar says of it. */
    public CalendarEvent event() {
        return entry.event();
    }

    /** True if it takes whole days. */
    public boolean isAllDay() {
        return when instanceof EventTime.AllDay;
    }

    /** The first day, as a clock in a zone shows it; of whole days, the day itself whatever the zone. */
    public LocalDate firstDay(ZoneId zone) {
        return when instanceof EventTime.AllDay days
                ? days.start()
                : start.withZoneSameInstant(zone).toLocalDate();
    }

    /** The last day, as a clock in a zone shows it. */
    public LocalDate lastDay(ZoneId zone) {
        if (when instanceof EventTime.AllDay days) {
            return days.end().minusDays(1);
        }
        LocalDateTime last = end.withZoneSameInstant(zone).toLocalDateTime();
        boolean endsAtMidnight = last.toLocalTime().toNanoOfDay() == 0 && end.isAfter(start);
        return endsAtMidnight ? last.toLocalDate().minusDays(1) : last.toLocalDate();
    }

    /** True if it overlaps a span of time; one without length counts at its start. */
    boolean overlaps(Instant from, Instant to) {
        Instant begins = start.toInstant();
        Instant ends = end.toInstant();
        return begins.isBefore(to) && (ends.isAfter(from) || (ends.equals(begins) && !begins.isBefore(from)));
    }
}
