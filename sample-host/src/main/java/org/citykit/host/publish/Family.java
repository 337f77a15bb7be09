package org.citykit.host.publish;

import java.time.LocalDateTime;
import java.util.List;
import org.citykit.api.events.ReplacedOccurrence;
import org.citykit.events.EventEntry;
import org.citykit.events.EventIndex;

/**
 * A series with the events that stand for some of its occurrences, or a single event alone.
 *
 * @param head the series, or the single event
 * @param replacements in the order of the calendar
 */
record Family(EventEntry head, List<EventEntry> replacements) {
    Family {
        replacements = List.copyOf(replacements);
    }

    /** All events of an index by family, in its order. A replacement whose series is missing stands for itself. */
    static List<Family> of(EventIndex index) {
        return index.entries().stream()
                .filter(entry -> index.series(entry)
                        .filter(series -> series.event().recurrence().isPresent())
                        .isEmpty())
                .map(head ->
                        new Family(head, head.event().recurrence().isPresent() ? index.replacements(head) : List.of()))
                .toList();
    }

    /** True if one of the replacements stands for all later occurrences too (RFC 5545 §3.2.13). */
    boolean changesFromSomeTimeOn() {
        return replacements.stream().anyMatch(Family::andFollowing);
    }

    static boolean andFollowing(EventEntry replacement) {
        return replacement
                .event()
                .replaces()
                .map(ReplacedOccurrence::andFollowing)
                .orElse(false);
    }

    static LocalDateTime replacedStart(EventEntry replacement) {
        return replacement.event().replaces().orElseThrow().start();
    }
}
