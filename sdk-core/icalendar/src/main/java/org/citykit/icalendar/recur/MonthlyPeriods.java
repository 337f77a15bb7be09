package org.citykit.icalendar.recur;

import java.util.List;
import org.citykit.icalendar.dates.CalendarScale;

/** The months of a MONTHLY rule, in the calendar of its scale. */
final class MonthlyPeriods implements Periods {
    private final RuleParts parts;
    private final CalendarScale scale;
    private final long startMonth;
    private final long lastMonth;
    private final int[] monthDays;
    private final MonthDays days;
    private final DayFilter filter;
    private final DayFilter months;
    /** The month that was found last: its number, year, ordinal and first day. */
    private long found = NONE;

    private int foundYear;
    private int foundOrdinal;
    private long foundStart;

    MonthlyPeriods(RuleParts parts, long startDay) {
        this.parts = parts;
        this.scale = parts.scale;
        int year = scale.yearOf(startDay);
        int ordinal = scale.ordinalOf(year, startDay);
        this.startMonth = scale.monthIndex(year, ordinal);
        int last = scale.lastYear();
        this.lastMonth = scale.monthIndex(last, scale.monthsInYear(last));
        boolean bare = parts.byMonthDay.length == 0 && parts.byDay.isEmpty() && parts.byYearDay.length == 0;
        this.monthDays = bare ? new int[] {(int) (startDay - scale.monthStart(year, ordinal)) + 1} : parts.byMonthDay;
        this.days = new MonthDays(parts);
        this.months = new DayFilter(parts, parts.byMonth, RuleParts.NONE, RuleParts.NONE, List.of());
        this.filter = new DayFilter(
                parts, RuleParts.NONE, RuleParts.NONE, parts.byYearDay, monthDays.length > 0 ? parts.byDay : List.of());
    }

    @Override
    public long numberFor(long localSecond) {
        long day = Math.floorDiv(localSecond, 86_400L);
        if (day >= scale.yearStart(scale.lastYear() + 1)) {
            return NONE;
        }
        int year = scale.yearOf(day);
        long month = scale.monthIndex(year, scale.ordinalOf(year, day));
        // One month earlier, because SKIP may carry a day over.
        return Math.floorDiv(month - 1 - startMonth, (long) parts.interval);
    }

    @Override
    public long nextNumber(long number, long lastDay, WorkMeter meter) {
        long next = number;
        while (meter.spend(1)) {
            long month = startMonth + next * parts.interval;
            if (month > lastMonth) {
                return NONE;
            }
            int year = scale.yearOfMonth(month);
            int ordinal = (int) (month - scale.monthIndex(year, 1)) + 1;
            long start = scale.monthStart(year, ordinal);
            if (start - 1 > lastDay) {
                return NONE;
            }
            if (months.keepsMonth(year, ordinal)) {
                found = next;
                foundYear = year;
                foundOrdinal = ordinal;
                foundStart = start;
                return next;
            }
            next++;
        }
        return NONE;
    }

    @Override
    public void load(long number, Candidates into) {
        if (number != found) {
            long month = startMonth + number * parts.interval;
            foundYear = scale.yearOfMonth(month);
            foundOrdinal = (int) (month - scale.monthIndex(foundYear, 1)) + 1;
            foundStart = scale.monthStart(foundYear, foundOrdinal);
            found = number;
        }
        long end = scale.monthStart(foundYear, foundOrdinal + 1);
        if (monthDays.length > 0) {
            days.addNumbered(foundStart, end, monthDays, into);
        } else if (!parts.byDay.isEmpty()) {
            days.addWeekdays(foundStart, end, into);
        } else {
            for (long day = foundStart; day < end; day++) {
                into.addDay(day);
            }
        }
        MonthDays.limit(filter, into);
    }

    @Override
    public boolean isUniform() {
        return false;
    }
}
