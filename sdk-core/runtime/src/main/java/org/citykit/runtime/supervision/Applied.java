package org.citykit.runtime.supervision;

import java.time.Duration;
import java.util.List;
import org.citykit.runtime.Generation;
import org.citykit.runtime.Problem;
import org.citykit.runtime.plan.Plan;

/**
 * A change that was made. Immutable.
 *
 * @param generation what runs now
 * @param plan what was to be changed
 * @param leftovers what did not go well afterwards, and does not touch what runs now: an old module that did not close,
 *     a generation that could not be noted
 * @param took from linking to the swap
 */
public record Applied(Generation generation, Plan plan, List<Problem> leftovers, Duration took) {
    public Applied {
        leftovers = List.copyOf(leftovers);
    }
}
