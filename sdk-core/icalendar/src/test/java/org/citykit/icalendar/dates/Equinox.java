package org.citykit.icalendar.dates;

/** The March equinox by a series of periodic terms, good to about a minute, as a second opinion on the calendar. */
final class Equinox {
    /** Amplitude, phase in degrees, and degrees a Julian century of the 24 largest terms. */
    private static final double[][] TERMS = {
        {485, 324.96, 1934.136}, {203, 337.23, 32964.467}, {199, 342.08, 20.186}, {182, 27.85, 445267.112},
        {156, 73.14, 45036.886}, {136, 171.52, 22518.443}, {77, 222.54, 65928.934}, {74, 296.72, 3034.906},
        {70, 243.58, 9037.513}, {58, 119.81, 33718.147}, {52, 297.17, 150.678}, {50, 21.02, 2281.226},
        {45, 247.54, 29929.562}, {44, 325.15, 31555.956}, {29, 60.93, 4443.417}, {18, 155.12, 67555.328},
        {17, 288.79, 4562.452}, {16, 198.04, 62894.029}, {14, 199.76, 31436.921}, {12, 95.39, 14577.848},
        {12, 287.11, 31931.756}, {12, 320.81, 34777.259}, {9, 227.73, 1222.114}, {8, 15.45, 16859.074},
    };

    private Equinox() {}

    /** Returns the epoch day of Nowruz: the day of the equinox, or the next one if it comes after noon in Tehran. */
    static long nowruz(int gregorianYear) {
        double julianDay = julianDay(gregorianYear) - deltaT(gregorianYear) / 86_400;
        double tehran = julianDay + 52.5 / 360;
        // Julian days begin at noon: an equinox before noon belongs to the civil day that is still running.
        return (long) Math.ceil(tehran) - 2_440_588;
    }

    private static double julianDay(int year) {
        double y = (year - 2000) / 1000.0;
        double mean =
                2451623.80984 + 365242.37404 * y + 0.05169 * y * y - 0.00411 * y * y * y - 0.00057 * y * y * y * y;
        double t = (mean - 2451545.0) / 36525;
        double w = Math.toRadians(35999.373 * t - 2.47);
        double lambda = 1 + 0.0334 * Math.cos(w) + 0.0007 * Math.cos(2 * w);
        double sum = 0;
        for (double[] term : TERMS) {
            sum += term[0] * Math.cos(Math.toRadians(term[1] + term[2] * t));
        }
        return mean + 0.00001 * sum / lambda;
    }

    /** Terrestrial minus universal time in seconds, roughly; the margin of every year is far larger than its error. */
    private static double deltaT(int year) {
        if (year < 1986) {
            return 24 + (year - 1921) * 0.48;
        }
        return 62.9 + 0.32 * (year - 2000) + 0.0056 * (year - 2000) * (year - 2000);
    }
}
