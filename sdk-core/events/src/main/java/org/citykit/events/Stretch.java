package org.citykit.events;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The occurrences of a span of time in order: those that begin before it and reach into it, then those that begin in it.
 * They stand in arrays of numbers, 32 octets each; {@link Expander} makes values of them. Immutable.
 */
final class Stretch {
    private final int[] entries;
    private final int[] refs;
    private final long[] starts;
    private final long[] ends;
    private final long[] locals;
    private final int carried;
    private final boolean truncated;

    private Stretch(Builder builder, Integer[] order) {
        int size = builder.size;
        entries = new int[size];
        refs = new int[size];
        starts = new long[size];
        ends = new long[size];
        locals = new long[size];
        int before = 0;
        for (int i = 0; i < size; i++) {
            int from = order[i];
            entries[i] = builder.entries[from];
            refs[i] = builder.refs[from];
            starts[i] = builder.starts[from];
            ends[i] = builder.ends[from];
            locals[i] = builder.locals[from];
            before += starts[i] < builder.span.from() ? 1 : 0;
        }
        carried = before;
        truncated = builder.truncated;
    }

    int size() {
        return entries.length;
    }

    /** True if a budget ended before everything was found. */
    boolean truncated() {
        return truncated;
    }

    /** The position of the event of an occurrence. */
    int entry(int at) {
        return entries[at];
    }

    /** Where the event recurs, the number of the series; otherwise the complement of the number of the single time. */
    int ref(int at) {
        return refs[at];
    }

    /** The start on the series' own clock, in seconds. */
    long local(int at) {
        return locals[at];
    }

    /** How many of them begin before the span. */
    int carried() {
        return carried;
    }

    /** The first of those that begin at a moment or later. */
    int firstAt(long moment) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** True if an occurrence meets a span. */
    boolean meets(int at, Span span) {
        return span.meets(starts[at], ends[at]);
    }

    /** Collects occurrences. Confined. */
    static final class Builder {
        private static final long DAYS_FIRST = 1L << 40;

        private final Span span;
        private int[] entries = new int[64];
        private int[] refs = new int[64];
        private long[] starts = new long[64];
        private long[] ends = new long[64];
        private long[] locals = new long[64];
        private long[] ranks = new long[64];
        private int size;
        private boolean truncated;

        Builder(Span span) {
            this.span = span;
        }

        int size() {
            return size;
        }

        /** Forgets what was added after there were so many. */
        void cut(int before) {
            size = before;
        }

        void truncate() {
            truncated = true;
        }

        /**
         * Adds an occurrence, if it meets the span.
         *
         * @param rank orders those that begin together
         */
        void add(int entry, int ref, long start, long end, long local, boolean days, int rank) {
            if (!span.meets(start, end)) {
                return;
            }
            if (size == entries.length) {
                grow();
            }
            entries[size] = entry;
            refs[size] = ref;
            starts[size] = start;
            ends[size] = end;
            locals[size] = local;
            ranks[size++] = (days ? 0 : DAYS_FIRST) + rank;
        }

        Stretch build() {
            Integer[] order = new Integer[size];
            Arrays.setAll(order, Integer::valueOf);
            Arrays.sort(
                    order, Comparator.comparingLong((Integer i) -> starts[i]).thenComparingLong(i -> ranks[i]));
            return new Stretch(this, order);
        }

        private void grow() {
            int length = size * 2;
            entries = Arrays.copyOf(entries, length);
            refs = Arrays.copyOf(refs, length);
            starts = Arrays.copyOf(starts, length);
            ends = Arrays.copyOf(ends, length);
            locals = Arrays.copyOf(locals, length);
            ranks = Arrays.copyOf(ranks, length);
        }
    }
}
