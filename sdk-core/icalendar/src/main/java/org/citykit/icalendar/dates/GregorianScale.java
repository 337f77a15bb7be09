package org.citykit.icalendar.dates;

import java.time.LocalDate;
import java.time.Year;

/** The proleptic Gregorian calendar of the years that RFC 5545 can write. */
final class GregorianScale extends ArithmeticScale {
    private static final int[] BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
    private static final int LEAP_DAYS_OF_CYCLE = 97;
    private static final long DAYS_BEFORE_1970 = 719_528;

    GregorianScale() {
        super("GREGORIAN", 0, 9999, 365.2425);
    }

    @Override
    public long yearStart(int year) {
        // A cycle of 400 years is added, so that plain division rounds down.
        int before = year - 1 + 400;
        return 365L * year + (before / 4 - before / 100 + before / 400 - LEAP_DAYS_OF_CYCLE + 1) - DAYS_BEFORE_1970;
    }

    @Override
    public long monthStart(int year, int ordinal) {
        return yearStart(year) + BEFORE_MONTH[ordinal - 1] + (ordinal > 2 && Year.isLeap(year) ? 1 : 0);
    }

    @Override
    public int yearOf(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).getYear();
    }

    @Override
    public int ordinalOf(int year, long epochDay) {
        return LocalDate.ofEpochDay(epochDay).getMonthValue();
    }
}
