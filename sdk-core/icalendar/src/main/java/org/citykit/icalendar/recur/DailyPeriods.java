package org.citykit.icalendar.recur;

/** The days of a DAILY rule. */
final class DailyPeriods implements Periods {
    private final long startDay;
    private final long interval;
    private final DayFilter filter;

    DailyPeriods(RuleParts parts, long startDay, long interval) {
        this.startDay = startDay;
        this.interval = interval;
        this.filter = new DayFilter(parts, parts.byMonth, parts.byMonthDay, parts.byYearDay, parts.byDay);
    }

    @Override
    public long numberFor(long localSecond) {
        return Math.floorDiv(Math.floorDiv(localSecond, 86_400L) - startDay, interval);
    }

    @Override
    public long nextNumber(long number, long lastDay, WorkMeter meter) {
        long next = number;
        while (meter.spend(1)) {
            long day = startDay + next * interval;
            if (day > lastDay) {
                return NONE;
            }
            if (filter.isEmpty()) {
                return next;
            }
            long kept = filter.nextKept(day, lastDay, meter);
            if (kept == day) {
                return next;
            } else if (kept == Long.MAX_VALUE) {
                return NONE;
            }
            next = -Math.floorDiv(startDay - kept, interval);
        }
        return NONE;
    }

    @Override
    public void load(long number, Candidates into) {
        into.addDay(startDay + number * interval);
    }

    @Override
    public long stride() {
        return filter.isEmpty() ? interval * 86_400 : 0;
    }

    @Override
    public boolean isUniform() {
        return filter.isEmpty();
    }
}
