package org.citykit.events;

import java.time.Instant;

/**
 * A span of time in seconds.
 *
 * @param from the first second
 * @param to the second after the last
 */
record Span(long from, long to) {
    static Span of(Instant from, Instant to) {
        return new Span(up(from), up(to));
    }

    boolean isEmpty() {
        return to <= from;
    }

    /** True for what overlaps it; what has no length counts at its start. */
    boolean meets(long start, long end) {
        return start < to && (end > from || (end == start && start >= from));
    }

    Instant begin() {
        return Instant.ofEpochSecond(from);
    }

    Instant end() {
        return Instant.ofEpochSecond(to);
    }

    private static long up(Instant moment) {
        return moment.getEpochSecond() + (moment.getNano() > 0 ? 1 : 0);
    }
}
