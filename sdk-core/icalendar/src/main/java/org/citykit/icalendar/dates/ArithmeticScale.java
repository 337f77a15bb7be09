package org.citykit.icalendar.dates;

/** A scale whose years follow a formula; finds the year of a day from the mean length of a year. */
abstract class ArithmeticScale implements CalendarScale {
    private final String name;
    private final int firstYear;
    private final int lastYear;
    private final double meanYear;

    ArithmeticScale(String name, int firstYear, int lastYear, double meanYear) {
        this.name = name;
        this.firstYear = firstYear;
        this.lastYear = lastYear;
        this.meanYear = meanYear;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int firstYear() {
        return firstYear;
    }

    @Override
    public final int lastYear() {
        return lastYear;
    }

    @Override
    public int monthsInYear(int year) {
        return 12;
    }

    @Override
    public int yearOf(long epochDay) {
        double years = (epochDay - yearStart(firstYear)) / meanYear;
        int year = firstYear + (int) Math.max(-1, Math.min(years, lastYear - (double) firstYear + 1));
        while (year <= lastYear && yearStart(year + 1) <= epochDay) {
            year++;
        }
        while (year >= firstYear && yearStart(year) > epochDay) {
            year--;
        }
        return year;
    }

    @Override
    public String toString() {
        return name;
    }
}
