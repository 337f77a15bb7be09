package org.citykit.events;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The occurrences that do not recur, found by time. Immutable. */
final class SingleTimes {
    private final Occurrence[] byStart;
    private final Instant[] endSoFar;

    SingleTimes(List<Occurrence> occurrences) {
        byStart = occurrences.toArray(Occurrence[]::new);
        Arrays.sort(
                byStart, Comparator.comparing(occurrence -> occurrence.start().toInstant()));
        endSoFar = new Instant[byStart.length];
        Instant latest = Instant.MIN;
        for (int i = 0; i < byStart.length; i++) {
            Instant end = byStart[i].end().toInstant();
            latest = end.isAfter(latest) ? end : latest;
            endSoFar[i] = latest;
        }
    }

    /** Adds the occurrences that overlap a span of time; the cost depends on those near it alone. */
    void collect(Instant from, Instant to, List<Occurrence> into) {
        for (int i = firstReaching(from); i < byStart.length; i++) {
            if (!byStart[i].start().toInstant().isBefore(to)) {
                return;
            }
            if (byStart[i].overlaps(from, to)) {
                into.add(byStart[i]);
            }
        }
    }

    /** The first position before which everything has ended before a moment. */
    private int firstReaching(Instant from) {
        int low = 0;
        int high = byStart.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (endSoFar[middle].isBefore(from)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
