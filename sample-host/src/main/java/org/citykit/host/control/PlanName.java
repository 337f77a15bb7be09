package org.citykit.host.control;

import java.util.List;
import org.citykit.api.Revision;
import org.citykit.runtime.plan.Plan;

/** Names a plan by what it says, so that the plan that is applied is the one that was looked at. */
final class PlanName {
    private static final int LENGTH = 8;

    private PlanName() {}

    static String of(Plan plan) {
        return Revision.of(List.of(PlanJson.of(plan).toString())).value().substring(0, LENGTH);
    }
}
