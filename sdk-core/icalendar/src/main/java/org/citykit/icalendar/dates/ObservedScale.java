package org.citykit.icalendar.dates;

import java.util.Map;

/** A computed calendar of twelve months with some months that begin as announced. */
final class ObservedScale implements CalendarScale {
    private final CalendarScale computed;
    private final Map<Integer, Long> firstDays;

    /**
     * Makes the scale.
     *
     * @param firstDays the first days by twelve times the year plus the month less 1
     */
    ObservedScale(CalendarScale computed, Map<Integer, Long> firstDays) {
        this.computed = computed;
        this.firstDays = firstDays;
    }

    @Override
    public String name() {
        return computed.name();
    }

    @Override
    public int firstYear() {
        return computed.firstYear();
    }

    @Override
    public int lastYear() {
        return computed.lastYear();
    }

    @Override
    public long yearStart(int year) {
        return monthStart(year, 1);
    }

    @Override
    public int monthsInYear(int year) {
        return 12;
    }

    @Override
    public long monthStart(int year, int ordinal) {
        Long announced = firstDays.get(year * 12 + ordinal - 1);
        return announced != null ? announced : computed.monthStart(year, ordinal);
    }

    @Override
    public int yearOf(long epochDay) {
        int year = computed.yearOf(epochDay);
        if (year < firstYear() || year > lastYear()) {
            return year;
        }
        if (epochDay < yearStart(year)) {
            return year - 1;
        }
        return epochDay >= monthStart(year, 13) ? year + 1 : year;
    }

    @Override
    public String toString() {
        return name();
    }
}
