package org.citykit.icalendar.recur;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citykit.icalendar.dates.CalendarScale;

/** Tells which days BYMONTH, BYMONTHDAY, BYYEARDAY and BYDAY leave over where they limit. Confined to one thread. */
final class DayFilter {
    private final CalendarScale scale;
    private final int[] months;
    private final int[] monthDays;
    private final int[] yearDays;
    private final int weekdayMask;
    private final List<WeekdayPart> ordinals;
    private final boolean withinMonth;
    private final long firstDay;
    private final long lastDay;

    /** Takes the parts that shall limit; an empty part limits nothing. */
    DayFilter(RuleParts parts, int[] months, int[] monthDays, int[] yearDays, List<WeekdayPart> weekdays) {
        this.scale = parts.scale;
        this.firstDay = scale.yearStart(scale.firstYear());
        this.lastDay = scale.yearStart(scale.lastYear() + 1) - 1;
        this.months = months;
        this.monthDays = monthDays;
        this.yearDays = yearDays;
        boolean counts = parts.frequency == Frequency.MONTHLY || parts.frequency == Frequency.YEARLY;
        this.withinMonth = parts.frequency == Frequency.MONTHLY || parts.byMonth.length > 0;
        if (weekdays.isEmpty()) {
            this.ordinals = List.of();
            this.weekdayMask = 0;
            return;
        }
        this.ordinals = new ArrayList<>();
        List<WeekdayPart> plain = new ArrayList<>();
        for (WeekdayPart each : weekdays) {
            if (counts && each.ordinal() != 0) {
                ordinals.add(each);
            } else {
                plain.add(each);
            }
        }
        this.weekdayMask = Weekdays.mask(plain);
    }

    boolean isEmpty() {
        return months.length == 0
                && monthDays.length == 0
                && yearDays.length == 0
                && weekdayMask == 0
                && ordinals.isEmpty();
    }

    boolean keeps(long epochDay) {
        // A week may begin before the first year of the scale, and SKIP may carry a day behind the last.
        if (epochDay < firstDay || epochDay > lastDay || !keepsWeekday(epochDay)) {
            return false;
        }
        if (months.length == 0 && monthDays.length == 0 && yearDays.length == 0) {
            return true;
        }
        int year = scale.yearOf(epochDay);
        int ordinal = scale.ordinalOf(year, epochDay);
        if (months.length > 0 && !keepsMonth(year, ordinal)) {
            return false;
        }
        return keepsPlace(monthDays, epochDay, scale.monthStart(year, ordinal), scale.monthStart(year, ordinal + 1))
                && keepsPlace(yearDays, epochDay, scale.yearStart(year), scale.yearStart(year + 1));
    }

    boolean keepsMonth(int year, int ordinal) {
        if (months.length == 0) {
            return true;
        }
        int code = scale.monthNumber(year, ordinal) * 2 + (scale.isLeapMonth(year, ordinal) ? 1 : 0);
        return Arrays.binarySearch(months, code) >= 0;
    }

    private static boolean keepsPlace(int[] places, long epochDay, long start, long end) {
        return places.length == 0
                || Arrays.binarySearch(places, (int) (epochDay - start) + 1) >= 0
                || Arrays.binarySearch(places, (int) (epochDay - end)) >= 0;
    }

    private boolean keepsWeekday(long epochDay) {
        if (weekdayMask == 0 && ordinals.isEmpty()) {
            return true;
        }
        int weekday = Weekdays.of(epochDay);
        return (weekdayMask & 1 << weekday) != 0 || (!ordinals.isEmpty() && keepsOrdinal(epochDay, weekday));
    }

    private boolean keepsOrdinal(long epochDay, int weekday) {
        int year = scale.yearOf(epochDay);
        int month = withinMonth ? scale.ordinalOf(year, epochDay) : 0;
        long start = withinMonth ? scale.monthStart(year, month) : scale.yearStart(year);
        long end = withinMonth ? scale.monthStart(year, month + 1) : scale.yearStart(year + 1);
        int fromStart = (int) (epochDay - start) / 7 + 1;
        int fromEnd = -((int) (end - 1 - epochDay) / 7 + 1);
        for (WeekdayPart each : ordinals) {
            if (each.day().getValue() - 1 == weekday && (each.ordinal() == fromStart || each.ordinal() == fromEnd)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Finds the first day not before the given one that is kept, or {@link Long#MAX_VALUE} where there is none up to the
     * last day or the work is used up. Months that cannot match are jumped over.
     */
    long nextKept(long from, long lastDay, WorkMeter meter) {
        long day = from;
        while (day <= lastDay && meter.spend(1)) {
            if (months.length > 0) {
                int year = scale.yearOf(day);
                int ordinal = scale.ordinalOf(year, day);
                if (!keepsMonth(year, ordinal)) {
                    day = scale.monthStart(year, ordinal + 1);
                    continue;
                }
            }
            if (keeps(day)) {
                return day;
            }
            day++;
        }
        return Long.MAX_VALUE;
    }
}
