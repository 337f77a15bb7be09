package org.citykit.icalendar.event;

import java.util.List;
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
    /** A date for each day of half a century. */
    private static final int MOST_DATES = 20_000;
    /** More rules than any event of the field has. */
    private static final int MOST_RULES = 1_000;

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
        event.properties("RRULE", MOST_RULES).forEach(property -> rule(property, set, false));
        event.properties("EXRULE", MOST_RULES).forEach(property -> rule(property, set, true));
        dates("EXDATE", set);
        dates("RDATE", set);
        return set.build();
    }

    /** Takes the values of all properties of a name up to a bound, so that a hostile event costs no more than others. */
    private void dates(String name, RecurrenceSet.Builder set) {
        int left = MOST_DATES;
        for (Property property : event.properties(name, MOST_DATES + 1)) {
            int taken;
            if (TimeReader.hasPeriods(property)) {
                taken = name.equals("RDATE")
                        ? times.mixed(property, left, set::period, set::date)
                        : times.mixed(property, left, period -> set.exclude(period.start()), set::exclude);
            } else {
                List<DateOrDateTime> dates = times.times(property, left);
                taken = dates.size();
                dates.forEach(name.equals("RDATE") ? set::date : set::exclude);
            }
            left -= taken;
            if (left == 0) {
                log.report(
                        Defect.Kind.LIMIT,
                        property,
                        "fewer than " + MOST_DATES + " values of " + name,
                        "passed over the others");
                return;
            }
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
