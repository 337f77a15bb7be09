package org.citykit.icalendar.dates;

/**
 * A date in some {@link CalendarScale}; whether it exists there is for the scale to say.
 *
 * @param year the year
 * @param month the number of the month, from 1
 * @param leapMonth whether it is the leap month of that number (RFC 7529 §4.2)
 * @param day the day of the month, from 1
 */
public record ScaleDate(int year, int month, boolean leapMonth, int day) {

    /** Returns the date in ASCII digits, as {@code 1405-1-1} or {@code 5774-5L-1}. */
    @Override
    public String toString() {
        return year + "-" + month + (leapMonth ? "L" : "") + "-" + day;
    }
}
