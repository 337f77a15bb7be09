package org.citykit.icalendar.recur;

import java.util.List;
import org.citykit.icalendar.time.DateOrDateTime;

/**
 * What a computation found. Immutable.
 *
 * @param occurrences the occurrences in order of time
 * @param truncated true if the budget ended before the window did; then there may be more
 * @param workUsed the units of work that were spent
 */
public record Expansion(List<Occurrence> occurrences, boolean truncated, long workUsed) {

    /** Copies the list. */
    public Expansion {
        occurrences = List.copyOf(occurrences);
    }

    /**
     * Returns the starts of the occurrences.
     *
     * @return the starts in order of time
     */
    public List<DateOrDateTime> starts() {
        return occurrences.stream().map(Occurrence::start).toList();
    }
}
