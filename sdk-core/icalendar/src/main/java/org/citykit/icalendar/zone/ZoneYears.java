package org.citykit.icalendar.zone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import org.citykit.icalendar.Component;

/**
 * The years in which the times of a calendar lie, and the question whether two zones differ in them.
 *
 * @param from the first year
 * @param to the last
 */
record ZoneYears(int from, int to) {
    /** For names without a calendar. */
    static final ZoneYears NONE = new ZoneYears(2000, 2000);

    private static final int FIRST = 1970;
    private static final int LAST = 2100;
    private static final int MOST_YEARS = 40;
    private static final int MOST_COMPONENTS = 10_000;

    /** Looks at the starts of a calendar's components. */
    static ZoneYears of(Component calendar) {
        int from = LAST + 1;
        int to = 0;
        int seen = 0;
        for (Component each : calendar.components()) {
            if (seen++ == MOST_COMPONENTS) {
                break;
            }
            boolean zone = each.name().equals("VTIMEZONE");
            int year = zone
                    ? 0
                    : each.property("DTSTART").map(start -> year(start.value())).orElse(0);
            if (year >= FIRST && year <= LAST) {
                from = Math.min(from, year);
                to = Math.max(to, year);
            }
        }
        return to == 0 ? NONE : new ZoneYears(Math.max(from, to - MOST_YEARS), to);
    }

    private static int year(String value) {
        int year = 0;
        for (int i = 0; i < Math.min(4, value.length()); i++) {
            char c = value.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            year = year * 10 + c - '0';
        }
        return year;
    }

    /** Tells whether the offsets differ in more than two thirds of the time; a tz database of another year differs less. */
    boolean differ(ZoneRules one, ZoneRules other) {
        int different = 0;
        int all = 0;
        for (int year = from; year <= to; year++) {
            for (int month = 1; month <= 12; month++) {
                Instant middle =
                        LocalDate.of(year, month, 15).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
                different += one.getOffset(middle).equals(other.getOffset(middle)) ? 0 : 1;
                all++;
            }
        }
        return different * 3 > all * 2;
    }
}
