package org.citykit.icalendar.recur;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Walks the occurrences of one rule as local seconds, each later than the one before. Confined to one thread. */
final class RuleCursor {
    /** What {@link #next()} returns at the end; also where the work was used up. */
    static final long END = Long.MAX_VALUE;

    private static final long LAST_SECOND =
            LocalDateTime.of(9999, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);

    private static final int[] ZERO = {0};
    private static final TimeSet WHOLE_DAY = new TimeSet(ZERO, ZERO, ZERO);

    private final RuleParts parts;
    private final Periods periods;
    private final Candidates candidates;
    /** Where all occurrences are equally far apart, how far; else 0. */
    private final long stride;

    private final WorkMeter meter;
    private final long lastSecond;
    private final boolean wholeDays;
    private final long costOfLoad;
    private long number;
    private boolean loaded;
    private int index;
    private int size;
    private long last;
    private long remaining;
    private long nextOfStride;

    /**
     * Prepares a walk.
     *
     * @param until the last local second that may be returned
     */
    RuleCursor(RuleParts parts, long start, boolean wholeDays, long until, WorkMeter meter) {
        this.parts = parts;
        this.wholeDays = wholeDays;
        this.meter = meter;
        long scaleEnd = parts.scale.yearStart(parts.scale.lastYear() + 1) * 86_400 - 1;
        this.lastSecond = Math.min(until, Math.min(LAST_SECOND, scaleEnd));
        this.last = start - 1;
        this.remaining = parts.count == 0 ? Long.MAX_VALUE : parts.count;
        this.periods = periods(parts, start, wholeDays);
        this.candidates = new Candidates(times(parts, start, wholeDays), parts.bySetPos);
        this.costOfLoad = 1L + parts.bySetPos.length;
        this.stride = candidates.isSingle() ? periods.stride() : 0;
        if (stride > 0) {
            periods.load(0, candidates);
            long first = candidates.at(0);
            this.nextOfStride = first < start ? first + stride : first;
        }
    }

    private static Periods periods(RuleParts parts, long start, boolean wholeDays) {
        long startDay = Math.floorDiv(start, 86_400L);
        return switch (parts.frequency) {
            case YEARLY ->
                parts.byWeekNo.length > 0 ? new WeekYearPeriods(parts, startDay) : new YearlyPeriods(parts, startDay);
            case MONTHLY -> new MonthlyPeriods(parts, startDay);
            case WEEKLY -> new WeeklyPeriods(parts, startDay);
            case DAILY -> new DailyPeriods(parts, startDay, parts.interval);
            case HOURLY, MINUTELY, SECONDLY ->
                wholeDays && ClockPeriods.unit(parts.frequency) * parts.interval <= 86_400
                        // Every day has one of them, and a day counts once.
                        ? new DailyPeriods(parts, startDay, 1)
                        : new ClockPeriods(parts, start, wholeDays);
        };
    }

    /** Returns the times within a period: what is finer than the frequency, from the BY lists or from the start. */
    private static TimeSet times(RuleParts parts, long start, boolean wholeDays) {
        if (wholeDays) {
            return WHOLE_DAY;
        }
        int ofDay = (int) Math.floorMod(start, 86_400L);
        Frequency frequency = parts.frequency;
        int[] seconds = frequency == Frequency.SECONDLY ? ZERO : orElse(parts.bySecond, ofDay % 60);
        int[] minutes = frequency == Frequency.SECONDLY || frequency == Frequency.MINUTELY
                ? ZERO
                : orElse(parts.byMinute, ofDay / 60 % 60);
        int[] hours = frequency.isClock() ? ZERO : orElse(parts.byHour, ofDay / 3_600);
        return new TimeSet(hours, minutes, seconds);
    }

    private static int[] orElse(int[] asked, int ofStart) {
        return asked.length > 0 ? asked : new int[] {ofStart};
    }

    /** Moves on so that the next occurrence is not before a local second; passed ones still count against COUNT. */
    void seek(long localSecond) {
        long from = Math.min(localSecond, lastSecond + 1);
        if (stride > 0) {
            if (from > nextOfStride) {
                long passed = -Math.floorDiv(nextOfStride - from, stride);
                nextOfStride += passed * stride;
                remaining -= parts.count == 0 ? 0 : passed;
            }
            return;
        }
        if (from <= last + 1) {
            return;
        }
        long target = Math.max(0, periods.numberFor(from));
        if (parts.count == 0) {
            if (target > number || !loaded) {
                number = Math.max(target, number);
                loaded = false;
            }
            last = from - 1;
        } else {
            seekCounting(from, target);
        }
    }

    private void seekCounting(long from, long target) {
        if (periods.isUniform() && !loaded && target > 1 && load()) {
            remaining -= candidates.size() - index;
            remaining -= (target - 1) * candidates.size();
            number = target;
            loaded = false;
        }
        while (remaining > 0 && load()) {
            int passed = candidates.firstFrom(from);
            int counted = Math.max(0, passed - index);
            remaining -= counted;
            index = Math.max(index, passed);
            if (counted > 0) {
                last = candidates.at(passed - 1);
            }
            if (index < candidates.size()) {
                return;
            }
            number++;
            loaded = false;
        }
    }

    /** Returns the next occurrence as local second, or {@link #END}. */
    long next() {
        if (stride > 0) {
            return nextOfStride();
        }
        while (remaining > 0 && load()) {
            while (index < size) {
                if (!meter.spend(1)) {
                    return END;
                }
                long second = candidates.at(index++);
                if (wholeDays) {
                    second -= Math.floorMod(second, 86_400L);
                }
                if (second > last) {
                    last = second;
                    remaining--;
                    return second <= lastSecond ? second : END;
                }
            }
            number++;
            loaded = false;
        }
        return END;
    }

    private long nextOfStride() {
        long second = nextOfStride;
        if (remaining <= 0 || second > lastSecond || !meter.spend(1)) {
            return END;
        }
        remaining--;
        nextOfStride = second + stride;
        return second;
    }

    /** Makes sure that a period is loaded; false where there is none any more. */
    private boolean load() {
        if (loaded) {
            return true;
        }
        number =
                number == Periods.NONE ? number : periods.nextNumber(number, Math.floorDiv(lastSecond, 86_400L), meter);
        if (number == Periods.NONE) {
            remaining = 0;
            return false;
        }
        candidates.clear();
        periods.load(number, candidates);
        candidates.finish();
        size = candidates.size();
        index = size == 0 || candidates.at(0) > last ? 0 : candidates.firstFrom(last + 1);
        loaded = true;
        return meter.spend(costOfLoad + candidates.dayCount());
    }
}
