package org.citykit.twinning;

import java.util.List;
import org.citykit.api.twinning.LifecycleStep;

/**
 * A point on which what is said of one relation does not agree. All of it stands; nobody has decided who is right.
 *
 * @param about the point
 * @param statements the statements that do not agree, by module
 * @param steps the steps that do not agree, by module; only for {@link About#STATE}
 */
public record Contradiction(About about, List<SourcedStatement> statements, List<Sourced<LifecycleStep>> steps) {
    /** On what point. */
    public enum About {
        /** Since when: two dates share no day. */
        DATE,
        /** What it is: a partnership without limit to the one, a friendship or memorandum to the other. */
        KIND,
        /** Where it stands: in force to the one, not to the other. */
        STATE,
        /** Not every side says that there is a relation. */
        ONE_SIDED
    }

    public Contradiction {
        statements = List.copyOf(statements);
        steps = List.copyOf(steps);
    }
}
