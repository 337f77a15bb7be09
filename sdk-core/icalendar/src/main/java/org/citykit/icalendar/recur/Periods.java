package org.citykit.icalendar.recur;

/**
 * The periods of a rule, numbered from 0, the period of DTSTART; only every INTERVALth period has a number. Confined to
 * one thread.
 */
interface Periods {
    /** The number that stands for no period. */
    long NONE = Long.MAX_VALUE;

    /** Returns a number such that no earlier period has an occurrence at or after the local second. */
    long numberFor(long localSecond);

    /** Returns the first number not before the given one whose period may have occurrences up to the last day. */
    long nextNumber(long number, long lastDay, WorkMeter meter);

    /** Fills in the occurrences of a period, unsorted. */
    void load(long number, Candidates into);

    /** Tells whether all periods have equally many occurrences. */
    boolean isUniform();

    /**
     * Returns the seconds from each period to the next where all are equally far apart and hold one day or, in rules finer
     * than a day, one unit; 0 where they do not.
     */
    default long stride() {
        return 0;
    }
}
