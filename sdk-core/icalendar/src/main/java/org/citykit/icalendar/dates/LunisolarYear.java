package org.citykit.icalendar.dates;

/** The months of one year of a calendar with leap months. */
final class LunisolarYear {
    private final long[] starts;
    private final int[] codes;

    /**
     * Takes the months.
     *
     * @param starts their first days, with that of the next year at the end
     * @param codes twice the number of each, plus 1 for a leap month
     */
    LunisolarYear(long[] starts, int[] codes) {
        this.starts = starts;
        this.codes = codes;
    }

    int months() {
        return codes.length;
    }

    long start(int ordinal) {
        return starts[ordinal - 1];
    }

    int code(int ordinal) {
        return codes[ordinal - 1];
    }

    /** Returns the ordinal of a month, or 0. */
    int ordinal(int code) {
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] == code) {
                return i + 1;
            }
        }
        return 0;
    }
}
