package org.citykit.icalendar.recur;

import java.util.stream.IntStream;

/** The hours, minutes or seconds of a rule finer than a day; jumps over days, hours and minutes that cannot match. */
final class ClockPeriods implements Periods {
    private final long unit;
    private final long interval;
    private final long start;
    private final DayFilter filter;
    private final long hourMask;
    private final long minuteMask;
    private final long secondMask;
    private final boolean uniform;
    private long keptDay = Long.MIN_VALUE;

    ClockPeriods(RuleParts parts, long startSecond, boolean wholeDays) {
        this.unit = unit(parts.frequency);
        this.interval = parts.interval;
        this.start = Math.floorDiv(startSecond, unit);
        this.filter = new DayFilter(parts, parts.byMonth, parts.byMonthDay, parts.byYearDay, parts.byDay);
        this.uniform = !wholeDays
                && filter.isEmpty()
                && parts.byHour.length == 0
                && (unit > 60 || parts.byMinute.length == 0)
                && (unit > 1 || parts.bySecond.length == 0);
        this.hourMask = mask(wholeDays ? RuleParts.NONE : parts.byHour, 24, unit == 3_600);
        this.minuteMask = unit > 60 ? -1 : mask(wholeDays ? RuleParts.NONE : parts.byMinute, 60, unit == 60);
        this.secondMask = unit > 1 ? -1 : mask(wholeDays ? RuleParts.NONE : parts.bySecond, 60, true);
    }

    /** Returns the seconds of a period. */
    static long unit(Frequency frequency) {
        return switch (frequency) {
            case HOURLY -> 3_600;
            case MINUTELY -> 60;
            default -> 1;
        };
    }

    /** Makes a mask of the values that are asked for and, where the interval counts them, can be reached at all. */
    private long mask(int[] values, int size, boolean stepped) {
        int[] asked = values.length == 0 ? IntStream.range(0, size).toArray() : values;
        long common = stepped ? gcd(interval, size) : 1;
        long mask = 0;
        for (int value : asked) {
            if (Math.floorMod(value - start, common) == 0) {
                mask |= 1L << value;
            }
        }
        return mask;
    }

    private static long gcd(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }

    @Override
    public long numberFor(long localSecond) {
        return Math.floorDiv(Math.floorDiv(localSecond, unit) - start, interval);
    }

    @Override
    public long nextNumber(long number, long lastDay, WorkMeter meter) {
        if (hourMask == 0 || minuteMask == 0 || secondMask == 0) {
            return NONE;
        }
        long next = number;
        while (meter.spend(1)) {
            long second = (start + next * interval) * unit;
            long day = Math.floorDiv(second, 86_400L);
            if (day > lastDay) {
                return NONE;
            }
            long possible = possibleFrom(second, day, lastDay, meter);
            if (possible == second) {
                return next;
            } else if (possible == Long.MAX_VALUE) {
                return NONE;
            }
            next = -Math.floorDiv(start * unit - possible, interval * unit);
        }
        return NONE;
    }

    /** Returns the second itself if it may match, else a later one before which none does. */
    private long possibleFrom(long second, long day, long lastDay, WorkMeter meter) {
        if (day != keptDay && !filter.isEmpty()) {
            long kept = filter.nextKept(day, lastDay, meter);
            if (kept != day) {
                return kept == Long.MAX_VALUE ? kept : kept * 86_400;
            }
            keptDay = day;
        }
        int ofDay = (int) (second - day * 86_400);
        int hour = ofDay / 3_600;
        int nextHour = nextBit(hourMask, hour, 24);
        if (nextHour != hour) {
            return day * 86_400 + nextHour * 3_600L;
        }
        int minute = ofDay / 60 % 60;
        int nextMinute = nextBit(minuteMask, minute, 60);
        if (nextMinute != minute && unit <= 60) {
            return second - ofDay % 3_600 + nextMinute * 60L;
        }
        int nextSecond = nextBit(secondMask, ofDay % 60, 60);
        return unit == 1 ? second - ofDay % 60 + nextSecond : second;
    }

    /** Returns the first set bit from an index, or the size where there is none: the start of the next larger unit. */
    private static int nextBit(long mask, int from, int size) {
        long rest = mask >>> from;
        return rest == 0 ? size : Math.min(size, from + Long.numberOfTrailingZeros(rest));
    }

    @Override
    public void load(long number, Candidates into) {
        long second = (start + number * interval) * unit;
        long day = Math.floorDiv(second, 86_400L);
        into.addDay(day);
        into.offset(second - day * 86_400);
    }

    @Override
    public long stride() {
        return uniform ? unit * interval : 0;
    }

    @Override
    public boolean isUniform() {
        return uniform;
    }
}
