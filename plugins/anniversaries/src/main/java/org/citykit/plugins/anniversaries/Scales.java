package org.citykit.plugins.anniversaries;

import java.time.LocalDate;
import org.citykit.api.CalendarSystem;
import org.citykit.api.PartialDate;
import org.citykit.icalendar.dates.CalendarScale;
import org.citykit.icalendar.dates.CalendarScales;

/** Dates of any calendar as days. Stateless. */
final class Scales {
    private Scales() {}

    static CalendarScale of(CalendarSystem calendar) {
        return switch (calendar) {
            case GREGORIAN -> CalendarScales.GREGORIAN;
            case PERSIAN -> CalendarScales.PERSIAN;
            case ISLAMIC_UMALQURA -> CalendarScales.ISLAMIC_UMALQURA;
            case ISLAMIC_CIVIL -> CalendarScales.ISLAMIC_CIVIL;
        };
    }

    /**
     * The first day that a date can mean, some years later.
     *
     * @throws org.citykit.icalendar.dates.UnknownDateException if the calendar has no such date
     */
    static LocalDate first(PartialDate date, int yearsLater) {
        return of(date.calendar()).toIso(date.year() + yearsLater, Math.max(1, date.month()), Math.max(1, date.day()));
    }

    /**
     * The day after the last that a date can mean, some years later.
     *
     * @throws org.citykit.icalendar.dates.UnknownDateException if the calendar has no such date
     */
    static LocalDate after(PartialDate date, int yearsLater) {
        CalendarScale scale = of(date.calendar());
        int year = date.year() + yearsLater;
        LocalDate first = first(date, yearsLater);
        if (date.isComplete()) {
            return first.plusDays(1);
        }
        return first.plusDays(
                date.month() == 0
                        ? scale.yearLength(year)
                        : scale.monthLength(year, scale.ordinal(year, date.month(), false)));
    }

    /** The day on which a day that is known comes again; one that a year does not have is kept on the one before. */
    static LocalDate anniversary(PartialDate date, int yearsLater) {
        CalendarScale scale = of(date.calendar());
        int year = date.year() + yearsLater;
        int length = scale.monthLength(year, scale.ordinal(year, date.month(), false));
        return scale.toIso(year, date.month(), Math.min(date.day(), length));
    }

    /** After how many years a day that is known comes again on a day or later; at least one. */
    static int yearsUntil(PartialDate date, LocalDate from) {
        CalendarScale scale = of(date.calendar());
        long day = from.toEpochDay();
        int years = scale.covers(day) ? Math.max(1, scale.yearOf(day) - date.year()) : 1;
        return knows(date, years) && anniversary(date, years).isBefore(from) ? years + 1 : years;
    }

    /** True if the calendar can compute all of a year, some years later. */
    static boolean knows(PartialDate date, int yearsLater) {
        CalendarScale scale = of(date.calendar());
        int year = date.year() + yearsLater;
        return year >= scale.firstYear() && year <= scale.lastYear();
    }
}
