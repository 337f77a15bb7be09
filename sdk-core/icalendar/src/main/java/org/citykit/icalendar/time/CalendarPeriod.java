package org.citykit.icalendar.time;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A PERIOD: a start and an end after it (RFC 5545 §3.3.9).
 *
 * @param start the first moment
 * @param end the moment after the last
 */
public record CalendarPeriod(DateOrDateTime start, DateOrDateTime end) {

    /** Checks that nothing is missing. */
    public CalendarPeriod {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
    }

    /**
     * Reads a period with an end or a duration.
     *
     * @param text as {@code 20260321T090000Z/PT1H}
     * @return the period
     * @throws ValueFormatException if the text is none
     */
    public static CalendarPeriod parse(String text) {
        return parse(text, start -> start);
    }

    /**
     * Reads a period whose floating times stand in a zone, so that a duration counts on the clock of that zone.
     *
     * @param text as {@code 20260321T090000/PT1H}
     * @param where the zone
     * @return the period
     * @throws ValueFormatException if the text is none
     */
    public static CalendarPeriod parse(String text, CalendarZone where) {
        return parse(text, time -> time.in(where));
    }

    private static CalendarPeriod parse(String text, UnaryOperator<DateOrDateTime> place) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new ValueFormatException("a period as 20260321T090000Z/PT1H", text);
        }
        DateOrDateTime start = place.apply(DateOrDateTime.parse(text.substring(0, slash)));
        String second = text.substring(slash + 1).strip();
        boolean duration = !second.isEmpty() && !Character.isDigit(second.charAt(0));
        DateOrDateTime end =
                duration ? start.plus(CalendarDuration.parse(second)) : place.apply(DateOrDateTime.parse(second));
        return new CalendarPeriod(start, end);
    }

    /**
     * Places floating times in a zone.
     *
     * @param where the zone
     * @return the period
     */
    public CalendarPeriod in(CalendarZone where) {
        return new CalendarPeriod(start.in(where), end.in(where));
    }
}
