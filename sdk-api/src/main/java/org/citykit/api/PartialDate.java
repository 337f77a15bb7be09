package org.citykit.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citykit.api.validation.Check;

/**
 * A date as a source gives it: often only a year, sometimes doubtful, in the source's calendar and with its wording.
 *
 * @param calendar what year, month and day count in
 * @param year -9999 to 9999
 * @param month 1 to 12, or 0 when not known
 * @param day 1 to 31, or 0 when not known; 0 if the month is
 * @param uncertain the source doubts it (EDTF {@code ?})
 * @param approximate about then (EDTF {@code ~})
 * @param wording how the source puts it, or empty
 * @since 1.0
 */
public record PartialDate(
        CalendarSystem calendar, int year, int month, int day, boolean uncertain, boolean approximate, String wording) {
    private static final Pattern EDTF = Pattern.compile("(-?\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?([?~%]?)");

    public PartialDate {
        Check.present("calendar", calendar);
        Check.between("year", year, -9999, 9999);
        Check.between("month", month, 0, 12);
        Check.between("day", day, 0, month == 0 ? 0 : longest(calendar, month));
        Check.note("wording", wording);
    }

    /** A Gregorian year. */
    public static PartialDate year(int year) {
        return new PartialDate(CalendarSystem.GREGORIAN, year, 0, 0, false, false, "");
    }

    /** A Gregorian date. */
    public static PartialDate of(int year, int month, int day) {
        return new PartialDate(CalendarSystem.GREGORIAN, year, month, day, false, false, "");
    }

    /**
     * Reads a year, month or day of EDTF level 1 (ISO 8601-2:2019), for example {@code 1994}, {@code 1994-05} or
     * {@code 1994-05-01~}. The wording stays empty.
     *
     * @param calendar what the numbers count in
     * @throws InvalidValueException if it is something else
     */
    public static PartialDate parse(String edtf, CalendarSystem calendar) {
        Matcher match = EDTF.matcher(Check.present("date", edtf));
        if (!match.matches()) {
            throw new InvalidValueException(
                    "date",
                    "must be a year, month or day such as 1994, 1994-05 or 1994-05-01, but is \"" + edtf + "\"");
        }
        String qualifier = match.group(4);
        return new PartialDate(
                calendar,
                Integer.parseInt(match.group(1)),
                match.group(2) == null ? 0 : Integer.parseInt(match.group(2)),
                match.group(3) == null ? 0 : Integer.parseInt(match.group(3)),
                qualifier.equals("?") || qualifier.equals("%"),
                qualifier.equals("~") || qualifier.equals("%"),
                "");
    }

    /** This date with the source's wording. */
    public PartialDate worded(String words) {
        return new PartialDate(calendar, year, month, day, uncertain, approximate, words);
    }

    /** True if year, month and day are known. */
    public boolean isComplete() {
        return day != 0;
    }

    /** The date in EDTF level 1, in ASCII digits and its own calendar, without the wording. */
    public String edtf() {
        StringBuilder out = new StringBuilder();
        out.append(year < 0 ? "-" : "").append(padded(Math.abs(year), 4));
        if (month != 0) {
            out.append('-').append(padded(month, 2));
        }
        if (day != 0) {
            out.append('-').append(padded(day, 2));
        }
        return out.append(uncertain ? (approximate ? "%" : "?") : (approximate ? "~" : ""))
                .toString();
    }

    private static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(width - digits.length()) + digits;
    }

    private static int longest(CalendarSystem calendar, int month) {
        return switch (calendar) {
            case GREGORIAN -> month == 2 ? 29 : (month == 4 || month == 6 || month == 9 || month == 11) ? 30 : 31;
            case PERSIAN -> month <= 6 ? 31 : 30;
            case ISLAMIC_UMALQURA, ISLAMIC_CIVIL -> 30;
        };
    }
}
