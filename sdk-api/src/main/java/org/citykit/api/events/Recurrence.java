package org.citykit.api.events;

import java.time.LocalDateTime;
import java.util.List;
import org.citykit.api.InvalidValueException;
import org.citykit.api.validation.Check;

/**
 * When an event comes again.
 *
 * @param rules RRULE values without the name (RFC 5545 §3.3.10, RFC 7529), for example {@code FREQ=YEARLY}; at most 10
 * @param added further starts, in the event's zone; at most 10,000
 * @param removed starts left out, in the event's zone; at most 10,000
 * @since 1.0
 */
public record Recurrence(List<String> rules, List<LocalDateTime> added, List<LocalDateTime> removed) {
    public Recurrence {
        rules = Check.list("rules", rules);
        Check.between("rules.size", rules.size(), 0, 10);
        rules.forEach(rule -> Check.text("rules", rule));
        added = Check.list("added", added);
        removed = Check.list("removed", removed);
        if (rules.isEmpty() && added.isEmpty()) {
            throw new InvalidValueException("rules", "must hold a rule, or 'added' a date");
        }
    }

    /** Recurrence by one rule. */
    public static Recurrence of(String rule) {
        return new Recurrence(List.of(rule), List.of(), List.of());
    }
}
