package org.citykit.bench;

import java.util.OptionalDouble;

/**
 * Ours against one peer; smaller is better. Immutable.
 *
 * @param id the benchmark
 * @param peer whom we are compared with
 * @param ours our figure
 * @param theirs the peer's figure, from the same run
 * @param unit of both
 * @param goal the largest ratio that meets the goal; empty when there is none
 */
public record Result(String id, String peer, double ours, double theirs, String unit, OptionalDouble goal) {
    /** A comparison with a goal. */
    public static Result of(String id, String peer, double ours, double theirs, String unit, double goal) {
        return new Result(id, peer, ours, theirs, unit, OptionalDouble.of(goal));
    }

    /** A comparison for the reader's information. */
    public static Result told(String id, String peer, double ours, double theirs, String unit) {
        return new Result(id, peer, ours, theirs, unit, OptionalDouble.empty());
    }

    /** Ours divided by theirs. */
    public double ratio() {
        return ours / theirs;
    }

    /** Whether the goal is met; a comparison without a goal never misses. */
    public boolean isMet() {
        return goal.isEmpty() || ratio() <= goal.getAsDouble();
    }
}
