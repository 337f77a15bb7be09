package org.citykit.plugins.ical;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.citykit.api.events.EventTime;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;

/**
 * How the times of one event and its occurrences are told: as days, in a zone, or floating.
 *
 * @param allDay true for days
 * @param own the zone that its times are written in; UTC for days and floating times, where it is not asked for
 * @param zone the zone that they are told in; absent for days and floating times
 * @param startTime at which time it begins; midnight for days
 */
record SeriesClock(boolean allDay, CalendarZone own, Optional<ZoneId> zone, LocalTime startTime) {
    /** The clock of an event in days. */
    static SeriesClock days() {
        return new SeriesClock(true, CalendarZone.UTC, Optional.empty(), LocalTime.MIDNIGHT);
    }

    /** The clock of an event that follows the clock of wherever it is read. */
    static SeriesClock floating(DateOrDateTime start) {
        return new SeriesClock(
                false, CalendarZone.UTC, Optional.empty(), start.local().toLocalTime());
    }

    /**
     * The clock of an event in a zone.
     *
     * @param own the zone that its times are written in
     * @param told the zone that they are told in
     */
    static SeriesClock in(CalendarZone own, ZoneId told, DateOrDateTime start) {
        SeriesClock clock = new SeriesClock(false, own, Optional.of(told), LocalTime.MIDNIGHT);
        return new SeriesClock(false, own, Optional.of(told), clock.local(start).toLocalTime());
    }

    /** A point in time as this clock shows it. */
    LocalDateTime local(DateOrDateTime point) {
        if (allDay) {
            return point.date().atStartOfDay();
        }
        return switch (point.kind()) {
            case DATE -> point.date().atTime(startTime);
            case FLOATING -> point.local();
            case UTC, ZONED -> zone.map(told -> local(point, told)).orElseGet(point::local);
        };
    }

    /** When an event begins and ends, on this clock. */
    EventTime time(DateOrDateTime start, DateOrDateTime end) {
        if (allDay) {
            boolean midnight = end.local().toLocalTime().equals(LocalTime.MIDNIGHT);
            LocalDate after = midnight ? end.date() : end.date().plusDays(1);
            LocalDate next = start.date().plusDays(1);
            return new EventTime.AllDay(start.date(), after.isBefore(next) ? next : after);
        }
        LocalDateTime from = local(start);
        LocalDateTime to = end.isDate() ? end.date().atStartOfDay() : local(end);
        if (!to.isBefore(from)) {
            return new EventTime.Timed(from, to, zone);
        }
        return overRepeatedHour(start, end, from);
    }

    /** An end that stands before the start on the clock, since clocks were put back in between. */
    private EventTime overRepeatedHour(DateOrDateTime start, DateOrDateTime end, LocalDateTime from) {
        CalendarZone viewer = zone.map(CalendarZone::of).orElse(CalendarZone.UTC);
        if (zone.isEmpty() || end.toInstant(viewer).isBefore(start.toInstant(viewer))) {
            return new EventTime.Timed(from, from, zone);
        }
        ZoneOffset offset = zone.get().getRules().getOffset(start.toInstant(viewer));
        return new EventTime.Timed(
                LocalDateTime.ofInstant(start.toInstant(viewer), offset),
                LocalDateTime.ofInstant(end.toInstant(viewer), offset),
                Optional.of(offset));
    }

    private LocalDateTime local(DateOrDateTime point, ZoneId told) {
        boolean asWritten =
                point.zone().filter(own::equals).isPresent() && told.getId().equals(own.id());
        return asWritten ? point.local() : LocalDateTime.ofInstant(point.toInstant(own), told);
    }
}
