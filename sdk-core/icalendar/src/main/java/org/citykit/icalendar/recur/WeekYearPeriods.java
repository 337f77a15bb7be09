package org.citykit.icalendar.recur;

import java.util.List;
import org.citykit.icalendar.dates.CalendarScale;

/**
 * The years of a YEARLY rule with BYWEEKNO: whole weeks, the first being the one with four days in the year. INTERVAL
 * counts from the year to whose weeks the start belongs; where nothing of that year is left after the start, from the
 * calendar year of the start.
 */
final class WeekYearPeriods implements Periods {
    private final RuleParts parts;
    private final CalendarScale scale;
    private final int startYear;
    private final int weekdayMask;
    private final DayFilter filter;

    WeekYearPeriods(RuleParts parts, long startDay) {
        this.parts = parts;
        this.scale = parts.scale;
        this.weekdayMask = parts.byDay.isEmpty() ? 1 << Weekdays.of(startDay) : Weekdays.mask(parts.byDay);
        this.filter = new DayFilter(parts, parts.byMonth, RuleParts.NONE, RuleParts.NONE, List.of());
        int weekYear = weekYear(startDay);
        int year = scale.yearOf(startDay);
        this.startYear = weekYear < year && lastOf(weekYear) < startDay ? year : weekYear;
    }

    private long lastOf(int weekYear) {
        Candidates days = new Candidates(new TimeSet(new int[1], new int[1], new int[1]), RuleParts.NONE);
        addDays(weekYear, days);
        long last = Long.MIN_VALUE;
        for (int i = 0; i < days.dayCount(); i++) {
            last = Math.max(last, days.day(i));
        }
        return last;
    }

    private int weekYear(long day) {
        int year = scale.yearOf(day);
        if (year < scale.lastYear() && firstWeek(year + 1) <= day) {
            return year + 1;
        }
        return firstWeek(year) > day ? year - 1 : year;
    }

    private long firstWeek(int year) {
        return Weekdays.weekStart(scale.yearStart(year) + 3, parts.weekStart);
    }

    @Override
    public long numberFor(long localSecond) {
        int year = scale.yearOf(Math.floorDiv(localSecond, 86_400L)) - 1;
        return Math.floorDiv(year - startYear, (long) parts.interval);
    }

    @Override
    public long nextNumber(long number, long lastDay, WorkMeter meter) {
        long year = startYear + number * parts.interval;
        boolean within = meter.spend(1) && year < scale.lastYear();
        return within && firstWeek((int) year) <= lastDay ? number : NONE;
    }

    @Override
    public void load(long number, Candidates into) {
        addDays((int) (startYear + number * parts.interval), into);
    }

    private void addDays(int year, Candidates into) {
        if (year < scale.firstYear()) {
            return;
        }
        long first = firstWeek(year);
        int weeks = (int) (firstWeek(year + 1) - first) / 7;
        for (int week : parts.byWeekNo) {
            int index = week > 0 ? week - 1 : weeks + week;
            for (int i = 0; index >= 0 && index < weeks && i < 7; i++) {
                long day = first + 7L * index + i;
                if ((weekdayMask & 1 << Weekdays.of(day)) != 0 && (filter.isEmpty() || filter.keeps(day))) {
                    into.addDay(day);
                }
            }
        }
    }

    @Override
    public boolean isUniform() {
        return false;
    }
}
