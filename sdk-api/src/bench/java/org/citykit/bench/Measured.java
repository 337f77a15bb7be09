package org.citykit.bench;

import java.util.List;

/**
 * What one benchmark found. Immutable.
 *
 * @param results ours against each peer
 * @param details more figures of the same run as Markdown; may be empty
 */
public record Measured(List<Result> results, String details) {
    public Measured {
        results = List.copyOf(results);
    }

    /** Results that need no more figures. */
    public static Measured of(Result... results) {
        return new Measured(List.of(results), "");
    }
}
