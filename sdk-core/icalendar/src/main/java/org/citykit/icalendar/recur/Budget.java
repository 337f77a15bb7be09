package org.citykit.icalendar.recur;

/**
 * What one computation may cost. Immutable.
 *
 * @param work units; one unit is one candidate, period or day looked at
 * @param occurrences how many occurrences may be returned
 */
public record Budget(long work, int occurrences) {

    /** Checks that both are at least 1. */
    public Budget {
        if (work < 1 || occurrences < 1) {
            throw new IllegalArgumentException(
                    "A budget needs at least 1 unit and 1 occurrence: " + work + ", " + occurrences);
        }
    }

    /**
     * Returns a budget for one event in a window of a few years: a million units, ten thousand occurrences.
     *
     * @return the standard budget
     */
    public static Budget standard() {
        return new Budget(1_000_000, 10_000);
    }
}
