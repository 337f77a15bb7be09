package org.citykit.api.crisis;

import org.citykit.api.Text;
import org.citykit.api.validation.Check;

/**
 * Somebody with a duty in a playbook.
 *
 * @param id names the role within the playbook
 * @param duty what the role is for
 * @param title who it is
 * @since 1.0
 */
public record Role(String id, Duty duty, Text title) {
    /** What a role is for. */
    public enum Duty {
        /** Leads. */
        LEADS,
        /** Writes messages. */
        DRAFTS,
        /** Approves messages. */
        APPROVES,
        /** Speaks in public. */
        SPEAKS,
        /** Must be told. */
        IS_TOLD,
        /** Looks after those affected. */
        CARES,
        /** Listens to residents and to rumours. */
        LISTENS
    }

    public Role {
        Check.id("id", id);
        Check.present("duty", duty);
        Check.present("title", title);
    }
}
