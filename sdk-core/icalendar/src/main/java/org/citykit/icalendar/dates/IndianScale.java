package org.citykit.icalendar.dates;

import java.time.Year;

/** The Indian national calendar (Saka era), tied to the Gregorian leap years. */
final class IndianScale extends ArithmeticScale {
    private static final int ERA = 78;

    private final GregorianScale gregorian = new GregorianScale();

    IndianScale() {
        super("INDIAN", 1, 9900, 365.2425);
    }

    @Override
    public long yearStart(int year) {
        return gregorian.yearStart(year + ERA) + 80;
    }

    @Override
    public long monthStart(int year, int ordinal) {
        if (ordinal == 1) {
            return yearStart(year);
        }
        int chaitra = isLeap(year) ? 31 : 30;
        return yearStart(year) + chaitra + (ordinal <= 7 ? 31 * (ordinal - 2) : 155 + 30 * (ordinal - 7));
    }

    private static boolean isLeap(int year) {
        return Year.isLeap(year + ERA);
    }
}
