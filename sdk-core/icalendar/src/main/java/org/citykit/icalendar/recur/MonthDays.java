package org.citykit.icalendar.recur;

import org.citykit.icalendar.dates.CalendarScale;

/** Finds days within a month or a year by number or by weekday; applies SKIP to those that do not exist. */
final class MonthDays {
    private final CalendarScale scale;
    private final Skip skip;
    private final int[] weekdays;
    private final int[] ordinals;

    MonthDays(RuleParts parts) {
        this.scale = parts.scale;
        this.skip = parts.skip;
        this.weekdays = parts.weekdays;
        this.ordinals = parts.weekdayOrdinals;
    }

    void addMonthDays(int year, int ordinal, int[] numbers, Candidates into) {
        addNumbered(scale.monthStart(year, ordinal), scale.monthStart(year, ordinal + 1), numbers, into);
    }

    void addYearDays(int year, int[] numbers, Candidates into) {
        addNumbered(scale.yearStart(year), scale.yearStart(year + 1), numbers, into);
    }

    void addNumbered(long start, long end, int[] numbers, Candidates into) {
        for (int number : numbers) {
            long day = number > 0 ? start + number - 1 : end + number;
            if (day >= start && day < end) {
                into.addDay(day);
            } else if (skip == Skip.FORWARD) {
                into.addDay(day < start ? start : end);
            } else if (skip == Skip.BACKWARD) {
                into.addDay((day < start ? start : end) - 1);
            }
        }
    }

    void addMonthWeekdays(int year, int ordinal, Candidates into) {
        addWeekdays(scale.monthStart(year, ordinal), scale.monthStart(year, ordinal + 1), into);
    }

    void addYearWeekdays(int year, Candidates into) {
        addWeekdays(scale.yearStart(year), scale.yearStart(year + 1), into);
    }

    void addWeekdays(long start, long end, Candidates into) {
        int startWeekday = Weekdays.of(start);
        for (int i = 0; i < weekdays.length; i++) {
            int ahead = weekdays[i] - startWeekday;
            long first = start + (ahead < 0 ? ahead + 7 : ahead);
            int ordinal = ordinals[i];
            if (ordinal == 0) {
                for (long day = first; day < end; day += 7) {
                    into.addDay(day);
                }
                continue;
            }
            long last = first + (end - 1 - first) / 7 * 7;
            long day = ordinal > 0 ? first + 7L * (ordinal - 1) : last + 7L * (ordinal + 1);
            if (day >= start && day < end) {
                into.addDay(day);
            }
        }
    }

    /** Drops the days that a filter does not keep. */
    static void limit(DayFilter filter, Candidates days) {
        if (filter.isEmpty()) {
            return;
        }
        int count = days.dayCount();
        int kept = 0;
        for (int i = 0; i < count; i++) {
            long day = days.day(i);
            if (filter.keeps(day)) {
                days.setDay(kept++, day);
            }
        }
        days.truncateDays(kept);
    }
}
