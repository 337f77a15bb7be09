package org.citykit.icalendar.recur;

/** Counts the work of one computation. Confined to one thread. */
final class WorkMeter {
    private final long limit;
    private long used;

    WorkMeter(long limit) {
        this.limit = limit;
    }

    /** Spends units; false once the limit is passed. */
    boolean spend(long units) {
        used += units;
        return used <= limit;
    }

    boolean isExhausted() {
        return used > limit;
    }

    long used() {
        return Math.min(used, limit);
    }
}
