package org.citykit.icalendar.recur;

import java.util.List;
import org.citykit.icalendar.dates.CalendarScale;

/** The years of a YEARLY rule without BYWEEKNO, in the calendar of its scale. */
final class YearlyPeriods implements Periods {
    private final RuleParts parts;
    private final CalendarScale scale;
    private final int startYear;
    private final int[] months;
    private final int[] monthDays;
    private final MonthDays days;
    private final DayFilter filter;

    YearlyPeriods(RuleParts parts, long startDay) {
        this.parts = parts;
        this.scale = parts.scale;
        this.startYear = scale.yearOf(startDay);
        int ordinal = scale.ordinalOf(startYear, startDay);
        boolean named = parts.byMonthDay.length > 0 || parts.byYearDay.length > 0 || !parts.byDay.isEmpty();
        this.monthDays =
                named ? parts.byMonthDay : new int[] {(int) (startDay - scale.monthStart(startYear, ordinal)) + 1};
        int startMonth = scale.monthNumber(startYear, ordinal) * 2 + (scale.isLeapMonth(startYear, ordinal) ? 1 : 0);
        this.months = parts.byMonth.length == 0 && parts.byDay.isEmpty() ? new int[] {startMonth} : parts.byMonth;
        this.days = new MonthDays(parts);
        this.filter = parts.byYearDay.length > 0
                ? new DayFilter(parts, parts.byMonth, parts.byMonthDay, RuleParts.NONE, parts.byDay)
                : new DayFilter(
                        parts,
                        RuleParts.NONE,
                        RuleParts.NONE,
                        RuleParts.NONE,
                        monthDays.length > 0 ? parts.byDay : List.of());
    }

    @Override
    public long numberFor(long localSecond) {
        // One year earlier, because SKIP may carry a day over.
        int year = scale.yearOf(Math.floorDiv(localSecond, 86_400L)) - 1;
        return Math.floorDiv(year - startYear, (long) parts.interval);
    }

    @Override
    public long nextNumber(long number, long lastDay, WorkMeter meter) {
        long year = startYear + number * parts.interval;
        boolean within = meter.spend(1) && year <= scale.lastYear();
        return within && scale.yearStart((int) year) - 1 <= lastDay ? number : NONE;
    }

    @Override
    public void load(long number, Candidates into) {
        int year = (int) (startYear + number * parts.interval);
        if (parts.byYearDay.length > 0) {
            days.addYearDays(year, parts.byYearDay, into);
        } else if (monthDays.length > 0 && months.length == 0) {
            for (int ordinal = 1; ordinal <= scale.monthsInYear(year); ordinal++) {
                days.addMonthDays(year, ordinal, monthDays, into);
            }
        } else if (months.length == 0) {
            days.addYearWeekdays(year, into);
        } else {
            for (int code : months) {
                addMonth(year, code, into);
            }
        }
        MonthDays.limit(filter, into);
    }

    private void addMonth(int year, int code, Candidates into) {
        int ordinal = scale.ordinal(year, code / 2, code % 2 == 1);
        if (ordinal == 0 && code % 2 == 1 && parts.skip != Skip.OMIT) {
            int regular = scale.ordinal(year, code / 2, false);
            ordinal = regular > 0 && parts.skip == Skip.FORWARD ? regular + 1 : regular;
        }
        if (ordinal == 0 || ordinal > scale.monthsInYear(year)) {
            return;
        }
        if (monthDays.length > 0) {
            days.addMonthDays(year, ordinal, monthDays, into);
        } else {
            days.addMonthWeekdays(year, ordinal, into);
        }
    }

    @Override
    public boolean isUniform() {
        return false;
    }
}
