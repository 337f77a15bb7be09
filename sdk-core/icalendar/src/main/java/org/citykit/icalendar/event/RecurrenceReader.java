package org.citykit.icalendar.event;

import java.util.Optional;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.Defect;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.recur.RecurrenceRule;
import org.citykit.icalendar.recur.RecurrenceRuleException;
import org.citykit.icalendar.recur.RecurrenceSet;
import org.citykit.icalendar.time.DateOrDateTime;

/** Gathers RRULE, EXRULE, RDATE and EXDATE of one event; what cannot be followed is reported and left out. */
final class RecurrenceReader {
    private final Component event;
    private final TimeReader times;
    private final DefectLog log;

    RecurrenceReader(Component event, TimeReader times, DefectLog log) {
        this.event = event;
        this.times = times;
        this.log = log;
    }

    RecurrenceSet read(DateOrDateTime start) {
        RecurrenceSet.Builder set = RecurrenceSet.from(start);
        for (Property property : event.properties()) {
            switch (property.name()) {
                case "RRULE" -> rule(property, set, false);
                case "EXRULE" -> rule(property, set, true);
                case "EXDATE" -> times.times(property).forEach(set::exclude);
                case "RDATE" -> dates(property, set);
                default -> {
                    // Says nothing about recurrence.
                }
            }
        }
        return set.build();
    }

    private void dates(Property property, RecurrenceSet.Builder set) {
        if (TimeReader.hasPeriods(property)) {
            times.periods(property).forEach(set::period);
        } else {
            times.times(property).forEach(set::date);
        }
    }

    private void rule(Property property, RecurrenceSet.Builder set, boolean exclusion) {
        Optional<RecurrenceRule> rule = rule(property);
        try {
            if (rule.isPresent() && exclusion) {
                set.exclusionRule(rule.get());
            } else if (rule.isPresent()) {
                set.rule(rule.get());
            }
        } catch (RecurrenceRuleException uncovered) {
            log.report(Defect.Kind.RULE, property, uncovered.getMessage(), "left the rule out");
        }
    }

    private Optional<RecurrenceRule> rule(Property property) {
        try {
            return Optional.of(RecurrenceRule.parse(property.value()));
        } catch (RecurrenceRuleException refused) {
            int column = property.toString().indexOf(':') + refused.position() + 2;
            log.report(Defect.Kind.RULE, property.line(), column, refused.getMessage(), "left the rule out");
            return Optional.empty();
        }
    }
}
