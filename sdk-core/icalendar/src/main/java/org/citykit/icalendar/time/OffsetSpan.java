package org.citykit.icalendar.time;

/**
 * A stretch of local time in which a zone keeps one offset, and in which every second exists exactly once.
 *
 * @param from the first local second, counted from 1970-01-01
 * @param to the second after its last
 * @param offset local minus UTC, in seconds
 */
public record OffsetSpan(long from, long to, int offset) {

    /**
     * Tells whether a second belongs to the stretch.
     *
     * @param localSecond seconds of local time since 1970-01-01
     * @return true if it does
     */
    public boolean holds(long localSecond) {
        return localSecond >= from && localSecond < to;
    }
}
