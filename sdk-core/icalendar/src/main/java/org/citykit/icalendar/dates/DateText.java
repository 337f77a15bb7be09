package org.citykit.icalendar.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Dates and times written for people in one language: the order that is natural there, its own digits, names of months
 * for each calendar. Immutable, safe for any thread; asks for no default locale.
 *
 * <p>Languages are Persian (fa, in Afghanistan with its own months), Arabic (ar), Pashto (ps), Central Kurdish (ckb), Urdu
 * (ur) and English (en); calendars are the Gregorian, the Persian and the Islamic
 * scales. Text for machines never comes from here.
 */
public final class DateText {
    private static final char ARABIC_ZERO = '\u0660';
    private static final char PERSIAN_ZERO = '\u06f0';
    private static final Set<String> ASCII_DIGITS_IN_ARABIC = Set.of("AE", "DZ", "EH", "LY", "MA", "TN");
    private static final Set<String> COMMA_AFTER_WEEKDAY = Set.of("ar", "ckb", "ur");
    /** The first days of the week in the regions where it is not Monday, as CLDR has them. */
    private static final Set<String> SUNDAY_FIRST = regions(
            "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS"
                    + " JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW");

    private static final Set<String> SATURDAY_FIRST = regions("AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY");
    private static final Set<String> FRIDAY_FIRST = Set.of("MV");

    /** Dates in English, with the week from Monday. */
    public static final DateText ENGLISH = new DateText(DateNames.ENGLISH, "");

    private final DateNames names;
    private final String region;
    private final char zero;
    /** What follows a day and a month that something else follows. */
    private final String joint;

    private final String comma;

    private static Set<String> regions(String codes) {
        return Set.of(codes.split(" ", -1));
    }

    private DateText(DateNames names, String region) {
        this.names = names;
        this.region = region;
        this.zero = switch (names.language()) {
            case "fa", "ps" -> PERSIAN_ZERO;
            case "ckb" -> ARABIC_ZERO;
            case "ur" -> region.equals("IN") ? PERSIAN_ZERO : '0';
            case "ar" -> ASCII_DIGITS_IN_ARABIC.contains(region) ? '0' : ARABIC_ZERO;
            default -> '0';
        };
        this.joint = names.language().equals("ckb") ? "\u06cc" : "";
        this.comma = COMMA_AFTER_WEEKDAY.contains(names.language()) ? "\u060c " : " ";
    }

    /** How much a date says. */
    public enum Style {
        /** Weekday, day, month and year. */
        FULL,
        /** Day, month and year. */
        MEDIUM
    }

    /**
     * Finds the way dates are written in a language.
     *
     * @param languageTag as {@code fa}, {@code ar-SA} or {@code en-US}; the region decides on digits, the first
     *     weekday and, in Arabic, the names of the Gregorian months
     * @return the writer, or empty for another language
     */
    public static Optional<DateText> forLanguage(String languageTag) {
        Locale locale = Locale.forLanguageTag(languageTag);
        String region = locale.getCountry();
        return switch (locale.getLanguage()) {
            case "fa" -> Optional.of(new DateText(region.equals("AF") ? DateNames.DARI : DateNames.PERSIAN, region));
            case "ps" -> Optional.of(new DateText(DateNames.PASHTO, region));
            case "ckb" -> Optional.of(new DateText(DateNames.KURDISH, region));
            case "ur" -> Optional.of(new DateText(DateNames.URDU, region));
            case "ar" -> Optional.of(new DateText(DateNames.arabic(region), region));
            case "en" -> Optional.of(new DateText(DateNames.ENGLISH, region));
            default -> Optional.empty();
        };
    }

    /**
     * Returns the language.
     *
     * @return the code, as {@code fa} or {@code ckb}
     */
    public String language() {
        return names.language();
    }

    /**
     * Writes a date in a calendar.
     *
     * @param date the day
     * @param scale the calendar
     * @param style how much is said
     * @return the text, as {@code Saturday 1 Farvardin 1405}
     * @throws UnknownDateException if the calendar does not cover the day or has no names here
     */
    public String date(LocalDate date, CalendarScale scale, Style style) {
        ScaleDate inScale = scale.dateOf(date);
        String text = dayMonth(scale, inScale) + joint + ' ' + year(scale, inScale.year());
        return style == Style.FULL ? weekday(date.getDayOfWeek()) + comma + text : text;
    }

    /**
     * Writes a span of days in a calendar; a year and a month that both ends have in common are written once.
     *
     * @param first the first day
     * @param last the last day, not before the first
     * @param scale the calendar
     * @return the text, as {@code 1–4 Farvardin 1405}
     * @throws UnknownDateException if the calendar does not cover the days or has no names here
     */
    public String span(LocalDate first, LocalDate last, CalendarScale scale) {
        ScaleDate from = scale.dateOf(first);
        ScaleDate to = scale.dateOf(last);
        String end = date(last, scale, Style.MEDIUM);
        if (first.equals(last)) {
            return end;
        }
        if (from.year() != to.year()) {
            return until(date(first, scale, Style.MEDIUM), " \u2013 ", end);
        }
        return from.month() == to.month() && from.leapMonth() == to.leapMonth()
                ? until(digits(from.day()), "\u2013", end)
                : until(dayMonth(scale, from), " \u2013 ", end);
    }

    private String until(String start, String dash, String end) {
        return start + (language().equals("fa") ? " \u062a\u0627 " : dash) + end;
    }

    private String dayMonth(CalendarScale scale, ScaleDate date) {
        return digits(date.day()) + joint + ' ' + monthName(scale, date.month());
    }

    /**
     * Writes a date in several calendars, the first in the given style, the others without weekday; calendars that do not
     * cover the day or have no names here are left out.
     *
     * @param date the day
     * @param scales the calendars in order
     * @param style how much the first says
     * @return the text, as {@code Saturday 1 Farvardin 1405 / 21 March 2026 / 2 Shawwal 1447}; empty where no calendar is
     *     left
     */
    public String dates(LocalDate date, List<CalendarScale> scales, Style style) {
        StringBuilder all = new StringBuilder();
        for (CalendarScale scale : scales) {
            if (scale.covers(date.toEpochDay()) && names.months(scale).isPresent()) {
                all.append(all.isEmpty() ? date(date, scale, style) : " / " + date(date, scale, Style.MEDIUM));
            }
        }
        return all.toString();
    }

    /**
     * Keeps a text from changing the direction of what stands around it (Unicode UAX #9, FSI and PDI). For text that
     * people read; never for values of iCalendar.
     *
     * @param text any text
     * @return the text between U+2068 and U+2069
     */
    public static String isolated(String text) {
        return '\u2068' + text + '\u2069';
    }

    /**
     * Writes a date in two calendars, the first in the given style, the second without weekday.
     *
     * @param date the day
     * @param first the leading calendar
     * @param second the other one
     * @param style how much the first says
     * @return the text, as {@code Saturday 1 Farvardin 1405 / 21 March 2026}
     * @throws UnknownDateException if one of the calendars does not cover the day or has no names here
     */
    public String dualDate(LocalDate date, CalendarScale first, CalendarScale second, Style style) {
        return date(date, first, style) + " / " + date(date, second, Style.MEDIUM);
    }

    /**
     * Writes the title of a month.
     *
     * @param scale the calendar
     * @param year the year
     * @param month the number of the month
     * @return the text, as {@code Farvardin 1405}
     * @throws UnknownDateException if the calendar has no such month or no names here
     */
    public String monthYear(CalendarScale scale, int year, int month) {
        return monthName(scale, month) + ' ' + year(scale, year);
    }

    private String year(CalendarScale scale, int year) {
        if (!language().equals("ar") || scale.name().equals("GREGORIAN")) {
            return digits(year);
        }
        return digits(year) + (scale.name().equals("PERSIAN") ? " \u0647\u0640.\u0634" : " \u0647\u0640");
    }

    /**
     * Returns the name of a month.
     *
     * @param scale the calendar
     * @param month the number of the month, from 1
     * @return the name
     * @throws UnknownDateException if the calendar has no such month or no names here
     */
    public String monthName(CalendarScale scale, int month) {
        List<String> months = names.months(scale)
                .orElseThrow(() -> new UnknownDateException("There are no names of months of the calendar "
                        + scale.name() + " in the language " + language() + "."));
        if (month < 1 || month > months.size()) {
            throw new UnknownDateException("The calendar " + scale.name() + " has no month " + month + ".");
        }
        return months.get(month - 1);
    }

    /**
     * Returns the name of a weekday.
     *
     * @param day the weekday
     * @return the name
     */
    public String weekday(DayOfWeek day) {
        return names.weekdays().get(day.getValue() - 1);
    }

    /**
     * Returns the short name of a weekday, for the head of a month table.
     *
     * @param day the weekday
     * @return one letter, three in English
     */
    public String shortWeekday(DayOfWeek day) {
        return names.shortWeekdays().get(day.getValue() - 1);
    }

    /**
     * Returns the first day of the week: by the region where one was given, else by the language.
     *
     * @return the weekday
     */
    public DayOfWeek firstDayOfWeek() {
        if (SATURDAY_FIRST.contains(region)) {
            return DayOfWeek.SATURDAY;
        } else if (SUNDAY_FIRST.contains(region)) {
            return DayOfWeek.SUNDAY;
        } else if (FRIDAY_FIRST.contains(region)) {
            return DayOfWeek.FRIDAY;
        }
        if (!region.isEmpty() || language().equals("en")) {
            return DayOfWeek.MONDAY;
        }
        return language().equals("ur") ? DayOfWeek.SUNDAY : DayOfWeek.SATURDAY;
    }

    /**
     * Writes a time of day in hours and minutes.
     *
     * @param time the time; seconds are not written
     * @return the text, as {@code 09:30} in the digits of the language
     */
    public String time(LocalTime time) {
        return twoDigits(time.getHour()) + ':' + twoDigits(time.getMinute());
    }

    private String twoDigits(int value) {
        return value < 10 ? digits("0" + value) : digits(value);
    }

    /**
     * Writes a number in the digits of the language.
     *
     * @param number the number
     * @return the text, without grouping
     */
    public String digits(long number) {
        return digits(Long.toString(number));
    }

    /**
     * Puts the ASCII digits of a text into the digits of the language.
     *
     * @param text any text
     * @return the text with other digits
     */
    public String digits(String text) {
        StringBuilder converted = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            converted.append(c >= '0' && c <= '9' ? (char) (zero + c - '0') : c);
        }
        return converted.toString();
    }
}
