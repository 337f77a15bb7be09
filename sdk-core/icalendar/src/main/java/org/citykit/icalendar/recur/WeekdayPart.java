package org.citykit.icalendar.recur;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;

/**
 * One entry of BYDAY (RFC 5545 §3.3.10).
 *
 * @param day the weekday
 * @param ordinal which one within the month or year, negative from the end; 0 for every one
 */
public record WeekdayPart(DayOfWeek day, int ordinal) {
    private static final List<String> CODES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    /** Checks that there is a weekday. */
    public WeekdayPart {
        Objects.requireNonNull(day, "day");
    }

    static int indexOf(String code) {
        return CODES.indexOf(code);
    }

    /** Returns the two letters of RFC 5545. */
    static String code(DayOfWeek day) {
        return CODES.get(day.getValue() - 1);
    }

    /** Returns the text of RFC 5545, as {@code -1SU}. */
    @Override
    public String toString() {
        return ordinal == 0 ? code(day) : ordinal + code(day);
    }
}
