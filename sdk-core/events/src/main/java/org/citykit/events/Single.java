package org.citykit.events;

/**
 * An occurrence that no rule makes.
 *
 * @param entry the position of its event
 * @param master the position of the series that it belongs to, or -1
 * @param occurrence itself
 * @param start when it begins, in seconds
 * @param end when it ends, in seconds
 */
record Single(int entry, int master, Occurrence occurrence, long start, long end) {
    static Single of(int entry, int master, Occurrence occurrence) {
        return new Single(
                entry,
                master,
                occurrence,
                occurrence.start().toEpochSecond(),
                occurrence.end().toEpochSecond());
    }
}
