package org.citykit.host.control;

import java.util.List;
import java.util.Optional;
import org.citykit.runtime.Problem;
import org.citykit.runtime.plan.Plan;
import org.citykit.runtime.supervision.Applied;

/** How answers are told: for people, or for programs. Each text ends with an end of line. */
interface Report {
    /** How everything does. */
    String status(Status status);

    /** What would change. */
    String plan(Plan plan);

    /** What was changed. */
    String applied(Applied applied);

    /** That nothing was changed, for the plan is not the one that was looked at. */
    String anotherPlan(String looked, String now);

    /** That nothing was changed. */
    String refused(Optional<Plan> plan, List<Problem> problems);
}
