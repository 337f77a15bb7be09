package org.citykit.icalendar.zone;

import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneOffsetTransitionRule.TimeDefinition;
import java.util.List;
import java.util.Optional;

/** Finds the yearly rule behind a row of onsets, so that a zone is kept as two rules and not as hundreds of changes. */
final class LastingRule {
    /** A full cycle of weekdays and leap years; fewer years prove nothing. */
    static final int CYCLE = 28;

    private LastingRule() {}

    /** Returns the rule that gives these local times, one in each year, or empty where none does. */
    static Optional<ZoneOffsetTransitionRule> of(List<LocalDateTime> locals, ZoneOffset from, ZoneOffset to) {
        if (locals.size() < CYCLE || from.equals(to)) {
            return Optional.empty();
        }
        LocalDateTime first = locals.get(0);
        int leastDay = 31;
        boolean alwaysLast = true;
        boolean sameWeekday = true;
        for (LocalDateTime each : locals) {
            leastDay = Math.min(leastDay, each.getDayOfMonth());
            sameWeekday &= each.getDayOfWeek() == first.getDayOfWeek();
            alwaysLast &= each.getDayOfMonth() + 7 > each.getMonth().length(Year.isLeap(each.getYear()));
        }
        ZoneOffsetTransitionRule rule = ZoneOffsetTransitionRule.of(
                first.getMonth(),
                alwaysLast && sameWeekday ? -1 : Math.min(leastDay, 28),
                sameWeekday ? first.getDayOfWeek() : null,
                first.toLocalTime(),
                false,
                TimeDefinition.WALL,
                from.getTotalSeconds() < to.getTotalSeconds() ? from : to,
                from,
                to);
        for (int i = 0; i < locals.size(); i++) {
            LocalDateTime given = locals.get(i);
            boolean yearly = given.getYear() == first.getYear() + i;
            if (!yearly
                    || !rule.createTransition(given.getYear())
                            .getDateTimeBefore()
                            .equals(given)) {
                return Optional.empty();
            }
        }
        return Optional.of(rule);
    }
}
