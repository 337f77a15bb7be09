package org.citykit.icalendar.dates;

import java.time.LocalDate;

/**
 * A calendar as arithmetic on days counted from 1970-01-01 (the epoch days of {@code java.time}). Implementations are
 * immutable and safe for any thread.
 *
 * <p>A month has a number and may be a leap month (RFC 7529 §4.2, written as {@code 5L}); its ordinal is its place
 * within its year, counted from 1, leap months included.
 */
public interface CalendarScale {

    /**
     * Returns the name used in RSCALE.
     *
     * @return the name in upper case, as {@code PERSIAN}
     */
    String name();

    /**
     * Returns the first year that the scale can compute.
     *
     * @return the year
     */
    int firstYear();

    /**
     * Returns the last year that the scale can compute.
     *
     * @return the year
     */
    int lastYear();

    /**
     * Returns the first day of a year.
     *
     * @param year {@link #firstYear()} to {@link #lastYear()} + 1
     * @return its epoch day
     */
    long yearStart(int year);

    /**
     * Returns how many months a year has.
     *
     * @param year a year of the scale
     * @return the number of months, leap months included
     */
    int monthsInYear(int year);

    /**
     * Returns the first day of a month.
     *
     * @param year a year of the scale
     * @param ordinal 1 to {@link #monthsInYear(int)} + 1, the last being the start of the next year
     * @return its epoch day
     */
    long monthStart(int year, int ordinal);

    /**
     * Returns the number of a month.
     *
     * @param year a year of the scale
     * @param ordinal the place of the month in the year, from 1
     * @return its number; a leap month has the number of the month before
     */
    default int monthNumber(int year, int ordinal) {
        return ordinal;
    }

    /**
     * Tells whether a month is a leap month.
     *
     * @param year a year of the scale
     * @param ordinal the place of the month in the year, from 1
     * @return true for a leap month
     */
    default boolean isLeapMonth(int year, int ordinal) {
        return false;
    }

    /**
     * Finds the place of a month in a year.
     *
     * @param year a year of the scale
     * @param monthNumber the number of the month
     * @param leapMonth whether the leap month of that number is meant
     * @return the ordinal, or 0 where the year has no such month
     */
    default int ordinal(int year, int monthNumber, boolean leapMonth) {
        return leapMonth || monthNumber < 1 || monthNumber > monthsInYear(year) ? 0 : monthNumber;
    }

    /**
     * Counts months through all years.
     *
     * @param year a year of the scale
     * @param ordinal the place of the month in the year, from 1
     * @return a number that grows by one from month to month
     */
    default long monthIndex(int year, int ordinal) {
        return (long) year * monthsInYear(year) + ordinal - 1;
    }

    /**
     * Finds the year of a month counted by {@link #monthIndex(int, int)}.
     *
     * @param monthIndex the count
     * @return the year
     */
    default int yearOfMonth(long monthIndex) {
        return (int) Math.floorDiv(monthIndex, monthsInYear(firstYear()));
    }

    /**
     * Finds the year of a day.
     *
     * @param epochDay any day; a day outside of the scale gives a year outside of it
     * @return the year
     */
    int yearOf(long epochDay);

    /**
     * Tells whether the scale can compute a day.
     *
     * @param epochDay the day
     * @return true if its year is within the first and the last
     */
    default boolean covers(long epochDay) {
        return epochDay >= yearStart(firstYear()) && epochDay < yearStart(lastYear() + 1);
    }

    /**
     * Returns the date of a day.
     *
     * @param epochDay a day of the scale
     * @return the date
     * @throws UnknownDateException if the scale does not cover the day
     */
    default ScaleDate dateOf(long epochDay) {
        if (!covers(epochDay)) {
            throw new UnknownDateException("Day " + LocalDate.ofEpochDay(epochDay) + " is outside of the years "
                    + firstYear() + " to " + lastYear() + " of the calendar " + name() + ".");
        }
        int year = yearOf(epochDay);
        int ordinal = ordinalOf(year, epochDay);
        int day = (int) (epochDay - monthStart(year, ordinal)) + 1;
        return new ScaleDate(year, monthNumber(year, ordinal), isLeapMonth(year, ordinal), day);
    }

    /**
     * Returns the date of a day given as ISO date.
     *
     * @param date a day of the scale
     * @return the date
     * @throws UnknownDateException if the scale does not cover the day
     */
    default ScaleDate dateOf(LocalDate date) {
        return dateOf(date.toEpochDay());
    }

    /**
     * Finds the month of a day.
     *
     * @param year the year of the day
     * @param epochDay the day
     * @return the ordinal of its month
     */
    default int ordinalOf(int year, long epochDay) {
        int ordinal = (int) Math.min(monthsInYear(year), (epochDay - yearStart(year)) / 32 + 1);
        while (ordinal < monthsInYear(year) && monthStart(year, ordinal + 1) <= epochDay) {
            ordinal++;
        }
        return ordinal;
    }

    /**
     * Returns the length of a month.
     *
     * @param year a year of the scale
     * @param ordinal the place of the month in the year, from 1
     * @return its days
     */
    default int monthLength(int year, int ordinal) {
        return (int) (monthStart(year, ordinal + 1) - monthStart(year, ordinal));
    }

    /**
     * Returns the length of a year.
     *
     * @param year a year of the scale
     * @return its days
     */
    default int yearLength(int year) {
        return (int) (yearStart(year + 1) - yearStart(year));
    }

    /**
     * Returns the ISO date of a date of this scale.
     *
     * @param date the date
     * @return the same day
     * @throws UnknownDateException if there is no such date
     */
    default LocalDate toIso(ScaleDate date) {
        boolean known = date.year() >= firstYear() && date.year() <= lastYear();
        int ordinal = known ? ordinal(date.year(), date.month(), date.leapMonth()) : 0;
        if (ordinal == 0 || date.day() < 1 || date.day() > monthLength(date.year(), ordinal)) {
            throw new UnknownDateException("The calendar " + name() + " has no date " + date + ".");
        }
        return LocalDate.ofEpochDay(monthStart(date.year(), ordinal) + date.day() - 1);
    }

    /**
     * Returns the ISO date of a date of this scale.
     *
     * @param year the year
     * @param month the number of the month, no leap month
     * @param day the day of the month, from 1
     * @return the same day
     * @throws UnknownDateException if there is no such date
     */
    default LocalDate toIso(int year, int month, int day) {
        return toIso(new ScaleDate(year, month, false, day));
    }
}
