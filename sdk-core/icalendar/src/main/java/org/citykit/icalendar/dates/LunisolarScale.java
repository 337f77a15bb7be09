package org.citykit.icalendar.dates;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/**
 * A calendar of lunar months that are kept to the sun by leap months, each year computed when it is first asked for. A
 * year is numbered by the Gregorian year in which it begins.
 */
final class LunisolarScale extends ArithmeticScale {
    /** Before and after, the published and the computed calendars may differ by more than we can vouch for. */
    private static final int FIRST = 1800;

    private static final int LAST = 2299;

    /** A mean lunation in days, and the epoch day of a mean new moon. */
    private static final double MEAN_MONTH = 29.530588853;

    private static final double MEAN_ORIGIN = 10_962.8;
    /** A year of the source's count, to find out from when it counts. */
    private static final int SAMPLE = 4_637;

    private final IntFunction<LunisolarYear> months;
    private final int difference;
    private final AtomicReferenceArray<LunisolarYear> years = new AtomicReferenceArray<>(LAST - FIRST + 2);

    /**
     * Makes the scale.
     *
     * @param months finds the months of a year in the count of its source
     */
    LunisolarScale(String name, IntFunction<LunisolarYear> months) {
        super(name, FIRST, LAST, 365.2422);
        this.months = months;
        // One source counts from -2636, another from -2332.
        long aYear = months.apply(SAMPLE).start(1);
        this.difference = SAMPLE - CalendarScales.GREGORIAN.yearOf(aYear);
    }

    private LunisolarYear year(int year) {
        LunisolarYear known = years.get(year - FIRST);
        if (known == null) {
            known = months.apply(year + difference);
            years.set(year - FIRST, known);
        }
        return known;
    }

    @Override
    public int monthsInYear(int year) {
        return year(year).months();
    }

    @Override
    public long yearStart(int year) {
        return year(year).start(1);
    }

    @Override
    public long monthStart(int year, int ordinal) {
        return year(year).start(ordinal);
    }

    @Override
    public int monthNumber(int year, int ordinal) {
        return year(year).code(ordinal) / 2;
    }

    @Override
    public boolean isLeapMonth(int year, int ordinal) {
        return year(year).code(ordinal) % 2 == 1;
    }

    @Override
    public int ordinal(int year, int monthNumber, boolean leapMonth) {
        return year(year).ordinal(monthNumber * 2 + (leapMonth ? 1 : 0));
    }

    /** Counts lunar months by their mean length, which is nearer to the true one than half a month. */
    @Override
    public long monthIndex(int year, int ordinal) {
        return Math.round((yearStart(year) - MEAN_ORIGIN) / MEAN_MONTH) + ordinal - 1;
    }

    @Override
    public int yearOfMonth(long monthIndex) {
        return yearOf(Math.round(MEAN_ORIGIN + monthIndex * MEAN_MONTH) + 4);
    }
}
