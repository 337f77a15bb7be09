package org.citykit.twinning;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.HijrahChronology;
import java.time.temporal.ChronoField;
import org.citykit.api.CalendarSystem;
import org.citykit.api.PartialDate;

/**
 * The days that a date may mean, so that dates of different precision and calendar can be compared: 1994 and 1373 in
 * the Persian calendar share days, 1993 and 1994 do not. A doubtful or approximate date may mean a year more to either
 * side.
 *
 * <p>Persian dates are reckoned by the 33-year cycle, which is right for 1244 to 1472 SH and elsewhere a day or two
 * off; Islamic ones by the JDK's table of Umm al-Qura, and outside it or in the civil calendar by the tabular rule.
 *
 * @param first the first of the days, counted from 1970-01-01
 * @param last the last of the days
 */
record DaySpan(long first, long last) {
    private static final long PERSIAN_EPOCH = LocalDate.of(622, 3, 21).toEpochDay();
    private static final long ISLAMIC_CIVIL_EPOCH = LocalDate.of(622, 7, 19).toEpochDay();
    private static final int SLACK = 366;

    static DaySpan of(PartialDate date) {
        long first = firstDay(date.calendar(), date.year(), Math.max(date.month(), 1), Math.max(date.day(), 1));
        long next = dayAfter(date, first);
        int slack = date.uncertain() || date.approximate() ? SLACK : 0;
        return new DaySpan(first - slack, next - 1 + slack);
    }

    boolean meets(DaySpan other) {
        return first <= other.last && other.first <= last;
    }

    private static long dayAfter(PartialDate date, long first) {
        if (date.isComplete()) {
            return first + 1;
        }
        boolean endsYear = date.month() == 0 || date.month() == 12;
        return endsYear
                ? firstDay(date.calendar(), date.year() + 1, 1, 1)
                : firstDay(date.calendar(), date.year(), date.month() + 1, 1);
    }

    private static long firstDay(CalendarSystem calendar, int year, int month, int day) {
        return switch (calendar) {
            case GREGORIAN -> gregorian(year, month, day);
            case PERSIAN -> persian(year, month, day);
            case ISLAMIC_UMALQURA -> ummAlQura(year, month, day);
            case ISLAMIC_CIVIL -> islamicCivil(year, month, day);
        };
    }

    private static long gregorian(int year, int month, int day) {
        YearMonth in = YearMonth.of(year, month);
        return in.atDay(Math.min(day, in.lengthOfMonth())).toEpochDay();
    }

    private static long persian(int year, int month, int day) {
        int before = Math.floorMod(year - 1, 33);
        int leapsInCycle = 0;
        for (int inCycle = 1; inCycle <= before; inCycle++) {
            leapsInCycle += isPersianLeap(inCycle) ? 1 : 0;
        }
        long leaps = Math.floorDiv(year - 1, 33) * 8L + leapsInCycle;
        int daysOfMonths = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
        return PERSIAN_EPOCH + 365L * (year - 1) + leaps + daysOfMonths + day - 1;
    }

    private static boolean isPersianLeap(int yearOfCycle) {
        return switch (yearOfCycle) {
            case 1, 5, 9, 13, 17, 22, 26, 30 -> true;
            default -> false;
        };
    }

    private static long ummAlQura(int year, int month, int day) {
        if (!HijrahChronology.INSTANCE.range(ChronoField.YEAR).isValidValue(year)) {
            return islamicCivil(year, month, day);
        }
        long firstOfMonth = HijrahChronology.INSTANCE.date(year, month, 1).getLong(ChronoField.EPOCH_DAY);
        return firstOfMonth + day - 1;
    }

    private static long islamicCivil(int year, int month, int day) {
        long leaps = Math.floorDiv(11L * year + 3, 30);
        return ISLAMIC_CIVIL_EPOCH + 354L * (year - 1) + leaps + (month - 1) * 29L + month / 2 + day - 1;
    }
}
