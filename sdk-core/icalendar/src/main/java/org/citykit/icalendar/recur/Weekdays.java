package org.citykit.icalendar.recur;

import java.util.List;

/** Weekdays as numbers, 0 for Monday to 6 for Sunday, and as masks of seven bits. */
final class Weekdays {
    private Weekdays() {}

    static int of(long epochDay) {
        return (int) Math.floorMod(epochDay + 3, 7L);
    }

    /** Returns the first day of the week that holds a day. */
    static long weekStart(long epochDay, int firstWeekday) {
        return epochDay - Math.floorMod(of(epochDay) - firstWeekday, 7);
    }

    static int mask(List<WeekdayPart> days) {
        int mask = 0;
        for (WeekdayPart each : days) {
            mask |= 1 << (each.day().getValue() - 1);
        }
        return mask;
    }
}
