package org.citykit.events;

import java.util.List;

/**
 * An answer. Immutable.
 *
 * @param occurrences in order of time, one page of them
 * @param total how many there are on all pages
 * @param truncated true if a recurring event asked for more work than its budget; then there may be more
 */
public record Occurrences(List<Occurrence> occurrences, int total, boolean truncated) {
    public Occurrences {
        occurrences = List.copyOf(occurrences);
    }
}
