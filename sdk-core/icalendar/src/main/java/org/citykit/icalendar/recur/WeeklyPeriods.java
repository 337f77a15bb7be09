package org.citykit.icalendar.recur;

import java.util.List;

/** The weeks of a WEEKLY rule. */
final class WeeklyPeriods implements Periods {
    private static final int EVERY_DAY = 0b111_1111;

    private final long startWeek;
    private final long daysApart;
    private final int weekdayMask;
    private final DayFilter filter;

    WeeklyPeriods(RuleParts parts, long startDay) {
        this.startWeek = Weekdays.weekStart(startDay, parts.weekStart);
        this.daysApart = 7L * parts.interval;
        boolean named = parts.byMonthDay.length > 0 || parts.byYearDay.length > 0;
        int unnamed = named ? EVERY_DAY : 1 << Weekdays.of(startDay);
        this.weekdayMask = parts.byDay.isEmpty() ? unnamed : Weekdays.mask(parts.byDay);
        this.filter = new DayFilter(parts, parts.byMonth, parts.byMonthDay, parts.byYearDay, List.of());
    }

    @Override
    public long numberFor(long localSecond) {
        return Math.floorDiv(Math.floorDiv(localSecond, 86_400L) - startWeek, daysApart);
    }

    @Override
    public long nextNumber(long number, long lastDay, WorkMeter meter) {
        return meter.spend(1) && startWeek + number * daysApart <= lastDay ? number : NONE;
    }

    @Override
    public void load(long number, Candidates into) {
        long first = startWeek + number * daysApart;
        for (long day = first; day < first + 7; day++) {
            if ((weekdayMask & 1 << Weekdays.of(day)) != 0 && (filter.isEmpty() || filter.keeps(day))) {
                into.addDay(day);
            }
        }
    }

    @Override
    public long stride() {
        return filter.isEmpty() && Integer.bitCount(weekdayMask) == 1 ? daysApart * 86_400 : 0;
    }

    @Override
    public boolean isUniform() {
        return filter.isEmpty();
    }
}
