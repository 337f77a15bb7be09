package org.citykit.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stretches of thirty days that are expanded when they are first asked for and kept while there is room. Thread-safe: a
 * stretch is expanded by one thread while others read those that are there.
 */
final class Timeline {
    private static final long LENGTH = 30L * 24 * 60 * 60;
    /** A longer window is expanded as a whole and not kept. */
    private static final long MOST_STRETCHES = 26;
    /** How many occurrences are kept, 32 octets each. */
    private static final long MOST_KEPT = 1_000_000;

    private final Expander expander;
    private final Map<Long, Stretch> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Object expanding = new Object();
    private long size;

    Timeline(Expander expander) {
        this.expander = expander;
    }

    /** The stretches that cover a window, in order. */
    List<Stretch> covering(Span span) {
        long first = Math.floorDiv(span.from(), LENGTH);
        long last = Math.floorDiv(span.to() - 1, LENGTH);
        if (last - first >= MOST_STRETCHES) {
            return List.of(expander.expand(span));
        }
        List<Stretch> stretches = new ArrayList<>();
        for (long number = first; number <= last; number++) {
            stretches.add(stretch(number));
        }
        return stretches;
    }

    /** How many occurrences are kept at the moment. */
    long size() {
        synchronized (kept) {
            return size;
        }
    }

    private Stretch stretch(long number) {
        Stretch found = find(number);
        if (found != null) {
            return found;
        }
        synchronized (expanding) {
            Stretch meanwhile = find(number);
            if (meanwhile != null) {
                return meanwhile;
            }
            Stretch made = expander.expand(new Span(number * LENGTH, (number + 1) * LENGTH));
            keep(number, made);
            return made;
        }
    }

    private @Nullable Stretch find(long number) {
        synchronized (kept) {
            return kept.get(number);
        }
    }

    private void keep(long number, Stretch stretch) {
        synchronized (kept) {
            kept.put(number, stretch);
            size += weight(stretch);
            var oldest = kept.values().iterator();
            while (size > MOST_KEPT && kept.size() > 1) {
                size -= weight(oldest.next());
                oldest.remove();
            }
        }
    }

    /** An empty stretch takes room too. */
    private static long weight(Stretch stretch) {
        return stretch.size() + 16L;
    }
}
