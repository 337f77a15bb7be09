package org.citykit.store;

import java.time.Instant;
import java.util.Objects;

/**
 * What somebody did.
 *
 * @param at when
 * @param actor who
 * @param action what, for example {@code alert-approved}
 * @param subject to what, for example the alert's id; 1 to 200 characters without white space
 * @param detail what else there is to say, or empty
 */
public record AuditNote(Instant at, String actor, String action, String subject, String detail) {
    public AuditNote {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(action, "action");
        Given.id("subject", subject);
        Objects.requireNonNull(detail, "detail");
    }
}
