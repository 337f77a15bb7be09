package org.citykit.icalendar.dates;

import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.Arrays;

/** The calendar of Umm al-Qura as the JDK tabulates it for the years 1300 to 1600. */
final class UmmAlQuraScale implements CalendarScale {
    private static final int FIRST = 1300;
    private static final int LAST = 1600;

    private final int[] monthStarts = new int[(LAST - FIRST + 1) * 12 + 1];

    UmmAlQuraScale() {
        HijrahDate start = HijrahDate.of(FIRST, 1, 1);
        for (int i = 0; i < monthStarts.length - 1; i++) {
            start = HijrahDate.of(FIRST + i / 12, i % 12 + 1, 1);
            monthStarts[i] = (int) start.toEpochDay();
        }
        int lastLength = (int) start.range(ChronoField.DAY_OF_MONTH).getMaximum();
        monthStarts[monthStarts.length - 1] = (int) start.toEpochDay() + lastLength;
    }

    @Override
    public String name() {
        return "ISLAMIC-UMALQURA";
    }

    @Override
    public int firstYear() {
        return FIRST;
    }

    @Override
    public int lastYear() {
        return LAST;
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
        return monthStarts[(year - FIRST) * 12 + ordinal - 1];
    }

    @Override
    public int yearOf(long epochDay) {
        return FIRST + Math.floorDiv(monthOf(epochDay), 12);
    }

    @Override
    public int ordinalOf(int year, long epochDay) {
        return Math.floorMod(monthOf(epochDay), 12) + 1;
    }

    private int monthOf(long epochDay) {
        int clamped = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, epochDay));
        int found = Arrays.binarySearch(monthStarts, clamped);
        return found >= 0 ? found : -found - 2;
    }

    @Override
    public String toString() {
        return name();
    }
}
