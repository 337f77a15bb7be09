package org.citykit.host.bench;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Ours against one peer; smaller is better.
 *
 * @param id the benchmark
 * @param peer whom we are compared with
 * @param ours our figure
 * @param theirs the peer's figure, from the same run
 * @param unit of both
 * @param ratio ours divided by theirs
 * @param goal the largest ratio that meets the goal
 */
@JsonPropertyOrder({"id", "peer", "ours", "theirs", "unit", "ratio", "goal"})
public record Result(String id, String peer, double ours, double theirs, String unit, double ratio, double goal) {
    static Result of(String id, String peer, double ours, double theirs, String unit, double goal) {
        return new Result(id, peer, ours, theirs, unit, ours / theirs, goal);
    }
}
