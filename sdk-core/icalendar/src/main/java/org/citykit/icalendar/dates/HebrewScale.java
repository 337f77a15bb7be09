package org.citykit.icalendar.dates;

/**
 * The Hebrew calendar. Months are numbered from Tishri as 1 to Elul as 12; Adar I of a leap year is the leap month
 * {@code 5L} (RFC 7529 §4.2).
 */
final class HebrewScale extends ArithmeticScale {
    /** 1 Tishri of the year 1, as epoch day. */
    private static final long EPOCH = -2_092_590;

    private static final int LEAP_ORDINAL = 6;

    HebrewScale() {
        super("HEBREW", 1, 9999, 365.2468);
    }

    @Override
    public int monthsInYear(int year) {
        return isLeap(year) ? 13 : 12;
    }

    @Override
    public long yearStart(int year) {
        return EPOCH + elapsedDays(year) + delay(year);
    }

    /** Days from the epoch to the molad of Tishri, put off so that the year begins on no forbidden weekday. */
    private static long elapsedDays(int year) {
        long months = monthsBefore(year);
        long parts = 12_084 + 13_753 * months;
        long day = 29 * months + parts / 25_920;
        return 3 * (day + 1) % 7 < 3 ? day + 1 : day;
    }

    /** The two further postponements, which keep every year to one of its six lengths. */
    private static int delay(int year) {
        long last = elapsedDays(year - 1);
        long present = elapsedDays(year);
        long next = elapsedDays(year + 1);
        if (next - present == 356) {
            return 2;
        }
        return present - last == 382 ? 1 : 0;
    }

    private static long monthsBefore(int year) {
        return Math.floorDiv(235L * year - 234, 19);
    }

    @Override
    public long monthStart(int year, int ordinal) {
        if (ordinal > monthsInYear(year)) {
            return yearStart(year + 1);
        }
        long start = yearStart(year);
        for (int i = 1; i < ordinal; i++) {
            start += length(year, i);
        }
        return start;
    }

    private int length(int year, int ordinal) {
        int days = (int) (yearStart(year + 1) - yearStart(year)) % 10;
        boolean leapMonth = isLeapMonth(year, ordinal);
        int number = monthNumber(year, ordinal);
        if (number == 2) {
            return days == 5 ? 30 : 29;
        } else if (number == 3) {
            return days == 3 ? 29 : 30;
        }
        return leapMonth || number == 1 || number == 5 || number == 7 || number == 9 || number == 11 ? 30 : 29;
    }

    @Override
    public int monthNumber(int year, int ordinal) {
        return isLeap(year) && ordinal >= LEAP_ORDINAL ? ordinal - 1 : ordinal;
    }

    @Override
    public boolean isLeapMonth(int year, int ordinal) {
        return ordinal == LEAP_ORDINAL && isLeap(year);
    }

    @Override
    public int ordinal(int year, int monthNumber, boolean leapMonth) {
        if (leapMonth) {
            return monthNumber == LEAP_ORDINAL - 1 && isLeap(year) ? LEAP_ORDINAL : 0;
        }
        if (monthNumber < 1 || monthNumber > 12) {
            return 0;
        }
        return isLeap(year) && monthNumber >= LEAP_ORDINAL ? monthNumber + 1 : monthNumber;
    }

    @Override
    public long monthIndex(int year, int ordinal) {
        return monthsBefore(year) + ordinal - 1;
    }

    @Override
    public int yearOfMonth(long monthIndex) {
        int year = (int) Math.floorDiv(monthIndex * 19, 235);
        while (monthsBefore(year + 1) <= monthIndex) {
            year++;
        }
        return year;
    }

    private static boolean isLeap(int year) {
        return Math.floorMod(7 * year + 1, 19) < 7;
    }
}
