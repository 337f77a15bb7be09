package org.citykit.icalendar.recur;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citykit.icalendar.dates.CalendarScale;
import org.citykit.icalendar.dates.ScaleDate;

/**
 * A second opinion on rules: walks every day (or hour, minute, second) from the start on and asks of each whether the rule
 * means it. Slow and simple on purpose; shares nothing with the engine but the parsed parts.
 */
final class NaiveRule {
    private final RuleParts parts;
    private final CalendarScale scale;
    private final long startSecond;
    private final ScaleDate start;
    private final int startWeekday;
    private final Map<Integer, Integer> monthCounts = new TreeMap<>();

    NaiveRule(RecurrenceRule rule, LocalDateTime start) {
        this.parts = rule.parts();
        this.scale = rule.scale();
        this.startSecond = start.toEpochSecond(ZoneOffset.UTC);
        long day = Math.floorDiv(startSecond, 86_400L);
        this.start = scale.dateOf(day);
        this.startWeekday = weekday(day);
    }

    /** Returns all local seconds up to an end. */
    List<Long> until(long endSecond) {
        Map<Long, Set<Long>> periods = new TreeMap<>();
        if (parts.frequency.isClock()) {
            clock(endSecond, periods);
        } else {
            days(endSecond, periods);
        }
        TreeSet<Long> all = new TreeSet<>();
        for (Set<Long> period : periods.values()) {
            all.addAll(positioned(new ArrayList<>(period)));
        }
        List<Long> found = new ArrayList<>();
        for (long second : all.tailSet(startSecond)) {
            if (second <= endSecond && (parts.count == 0 || found.size() < parts.count)) {
                found.add(second);
            }
        }
        return found;
    }

    private List<Long> positioned(List<Long> period) {
        if (parts.bySetPos.length == 0) {
            return period;
        }
        List<Long> chosen = new ArrayList<>();
        for (int position : parts.bySetPos) {
            int index = position > 0 ? position - 1 : period.size() + position;
            if (index >= 0 && index < period.size()) {
                chosen.add(period.get(index));
            }
        }
        return chosen;
    }

    private void clock(long end, Map<Long, Set<Long>> periods) {
        long unit = parts.frequency == Frequency.HOURLY ? 3_600 : parts.frequency == Frequency.MINUTELY ? 60 : 1;
        long first = Math.floorDiv(startSecond, unit);
        long keptDay = Long.MIN_VALUE;
        boolean kept = false;
        for (long number = first; number * unit <= end; number += parts.interval) {
            long day = Math.floorDiv(number * unit, 86_400L);
            kept = day == keptDay ? kept : matches(day, false);
            keptDay = day;
            if (!kept) {
                continue;
            }
            for (long second = number * unit; second < (number + 1) * unit; second++) {
                if (timeMatches((int) (second - day * 86_400))) {
                    periods.computeIfAbsent(number, key -> new TreeSet<>()).add(second);
                }
            }
        }
    }

    private void days(long end, Map<Long, Set<Long>> periods) {
        long startDay = Math.floorDiv(startSecond, 86_400L);
        long firstPeriod = period(startDay);
        List<Integer> times = new ArrayList<>();
        for (int second = 0; second < 86_400; second++) {
            if (timeMatches(second)) {
                times.add(second);
            }
        }
        // A period is looked at whole, for BYSETPOS.
        for (long day = startDay - 420; day <= Math.floorDiv(end, 86_400L) + 420; day++) {
            boolean counts = (period(day) - firstPeriod) % parts.interval == 0;
            if (counts && matches(day, true)) {
                Set<Long> seconds = periods.computeIfAbsent(period(day), key -> new TreeSet<>());
                for (int time : times) {
                    seconds.add(day * 86_400 + time);
                }
            }
        }
        periods.keySet().removeIf(period -> period < firstPeriod);
    }

    private long period(long day) {
        ScaleDate date = scale.dateOf(day);
        return switch (parts.frequency) {
            case YEARLY -> parts.byWeekNo.length > 0 ? weekYear(day) : date.year();
            case MONTHLY -> monthsBefore(date.year()) + ordinal(date);
            case WEEKLY -> Math.floorDiv(day + 3 - parts.weekStart, 7L);
            default -> day;
        };
    }

    private int monthsBefore(int year) {
        Integer known = monthCounts.get(year);
        if (known == null) {
            known = 0;
            for (int each = scale.firstYear(); each < year; each++) {
                known += scale.monthsInYear(each);
            }
            monthCounts.put(year, known);
        }
        return known;
    }

    private int ordinal(ScaleDate date) {
        return scale.ordinal(date.year(), date.month(), date.leapMonth());
    }

    /** The year to which the week of a day belongs: that of its fourth day. */
    private int weekYear(long day) {
        return scale.dateOf(weekStart(day) + 3).year();
    }

    private long weekStart(long day) {
        long first = day;
        while (weekday(first) != parts.weekStart) {
            first--;
        }
        return first;
    }

    private static int weekday(long day) {
        return (int) Math.floorMod(day + 3, 7L);
    }

    private boolean timeMatches(int second) {
        int ofDay = (int) Math.floorMod(startSecond, 86_400L);
        Frequency frequency = parts.frequency;
        return oneOf(parts.byHour, second / 3_600, ofDay / 3_600, frequency.isClock())
                && oneOf(
                        parts.byMinute,
                        second / 60 % 60,
                        ofDay / 60 % 60,
                        frequency == Frequency.MINUTELY || frequency == Frequency.SECONDLY)
                && oneOf(parts.bySecond, second % 60, ofDay % 60, frequency == Frequency.SECONDLY);
    }

    private static boolean oneOf(int[] asked, int value, int ofStart, boolean any) {
        return asked.length == 0
                ? any || value == ofStart
                : Arrays.stream(asked).anyMatch(each -> each == value);
    }

    private boolean matches(long day, boolean withDefaults) {
        ScaleDate date = scale.dateOf(day);
        int code = date.month() * 2 + (date.leapMonth() ? 1 : 0);
        int ordinal = ordinal(date);
        int monthLength = scale.monthLength(date.year(), ordinal);
        int yearDay = (int) (day - scale.yearStart(date.year())) + 1;
        int yearLength = scale.yearLength(date.year());
        return in(parts.byMonth, code)
                && (in(parts.byMonthDay, date.day()) || in(parts.byMonthDay, date.day() - monthLength - 1))
                && (in(parts.byYearDay, yearDay) || in(parts.byYearDay, yearDay - yearLength - 1))
                && weekdayMatches(day, date, monthLength, yearDay, yearLength)
                && weekMatches(day)
                && (!withDefaults || defaultsMatch(day, date, code));
    }

    private static boolean in(int[] list, int value) {
        return list.length == 0 || Arrays.stream(list).anyMatch(each -> each == value);
    }

    private boolean weekdayMatches(long day, ScaleDate date, int monthLength, int yearDay, int yearLength) {
        if (parts.byDay.isEmpty()) {
            return true;
        }
        boolean yearly = parts.frequency == Frequency.YEARLY;
        boolean ordinals = (yearly && parts.byWeekNo.length == 0) || parts.frequency == Frequency.MONTHLY;
        boolean inYear = yearly && parts.byMonth.length == 0;
        int place = inYear ? yearDay : date.day();
        int length = inYear ? yearLength : monthLength;
        int fromStart = (place - 1) / 7 + 1;
        int fromEnd = -((length - place) / 7 + 1);
        return parts.byDay.stream()
                .anyMatch(each -> each.day().getValue() - 1 == weekday(day)
                        && (!ordinals
                                || each.ordinal() == 0
                                || each.ordinal() == fromStart
                                || each.ordinal() == fromEnd));
    }

    private boolean weekMatches(long day) {
        if (parts.byWeekNo.length == 0) {
            return true;
        }
        int year = weekYear(day);
        long first = weekStart(scale.yearStart(year) + 3);
        int number = (int) ((weekStart(day) - first) / 7) + 1;
        int weeks = (int) ((weekStart(scale.yearStart(year + 1) + 3) - first) / 7);
        return in(parts.byWeekNo, number) || in(parts.byWeekNo, number - weeks - 1);
    }

    private boolean defaultsMatch(long day, ScaleDate date, int code) {
        boolean named = parts.byMonthDay.length > 0 || parts.byYearDay.length > 0 || !parts.byDay.isEmpty();
        int startCode = start.month() * 2 + (start.leapMonth() ? 1 : 0);
        return switch (parts.frequency) {
            case YEARLY -> {
                if (parts.byWeekNo.length > 0) {
                    yield !parts.byDay.isEmpty() || weekday(day) == startWeekday;
                }
                boolean month = parts.byMonth.length > 0
                        || parts.byYearDay.length > 0
                        || !parts.byDay.isEmpty()
                        || code == startCode;
                yield month && (named || date.day() == start.day());
            }
            case MONTHLY -> named || date.day() == start.day();
            case WEEKLY -> named || weekday(day) == startWeekday;
            default -> true;
        };
    }
}
