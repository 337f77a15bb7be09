package org.citykit.portal.bench;

/** Counts how long many short calls took, each to a hundredth of its length. Confined. */
final class Latencies {
    private static final int BITS = 7;

    private final long[] counts = new long[64 << BITS];
    private long total;

    void add(long nanos) {
        counts[indexOf(Math.max(nanos, 1))]++;
        total++;
    }

    void addAll(Latencies other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
    }

    long count() {
        return total;
    }

    /** In µs; at least so many of a hundred calls took no longer. */
    double percentile(double percent) {
        long wanted = (long) Math.ceil(total * percent / 100);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return upperOf(i) / 1_000.0;
            }
        }
        return Double.NaN;
    }

    /** The power of two, then the bits that follow the highest. */
    private static int indexOf(long nanos) {
        int power = 63 - Long.numberOfLeadingZeros(nanos);
        long rest = power < BITS ? nanos << (BITS - power) : nanos >>> (power - BITS);
        return (power << BITS) | (int) (rest & ((1 << BITS) - 1));
    }

    private static double upperOf(int index) {
        int power = index >>> BITS;
        double rest = (index & ((1 << BITS) - 1)) + 1.0;
        return Math.scalb(1 + rest / (1 << BITS), power);
    }
}
