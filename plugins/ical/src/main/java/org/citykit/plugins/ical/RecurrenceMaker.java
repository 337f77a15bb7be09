package org.citykit.plugins.ical;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.citykit.api.events.EventTime;
import org.citykit.api.events.Recurrence;
import org.citykit.icalendar.IcalendarException;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.recur.Budget;
import org.citykit.icalendar.recur.Expansion;
import org.citykit.icalendar.recur.RecurrenceRule;
import org.citykit.icalendar.recur.RecurrenceRuleException;
import org.citykit.icalendar.recur.RecurrenceSet;
import org.citykit.icalendar.time.CalendarPeriod;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;
import org.citykit.icalendar.zone.ZoneMatch;

/** Tells when one event comes again, on its clock. What cannot be followed is reported; the first time stays. */
final class RecurrenceMaker {
    private static final int MOST_RULES = 10;
    private static final int MOST_TIMES = 10_000;
    /** What one rule may cost until it has named its first time. */
    private static final Budget TRIAL = new Budget(100_000, 1);

    private static final Budget DAY = new Budget(100_000, 1_500);
    private static final Budget EXCLUDED = new Budget(100_000, 1_000);

    private final EventCopy copy;
    private final SeriesClock clock;
    private final Complaints complaints;
    private final List<String> rules = new ArrayList<>();
    private final Collection<LocalDateTime> added = new TreeSet<>();
    private final Collection<LocalDateTime> removed = new TreeSet<>();
    private final Map<LocalDateTime, CalendarPeriod> periods = new LinkedHashMap<>();
    private final RecurrenceSet.Builder plain;

    RecurrenceMaker(EventCopy copy, SeriesClock clock, Complaints complaints) {
        this.copy = copy;
        this.clock = clock;
        this.complaints = complaints;
        this.plain = RecurrenceSet.from(copy.start());
        each("RRULE", this::rule);
        each("RDATE", this::dates);
        if (recurs()) {
            each("EXDATE", this::exceptions);
            each("EXRULE", this::exclusion);
        }
    }

    /** True if it comes again. */
    boolean recurs() {
        return !rules.isEmpty() || !added.isEmpty();
    }

    /** The times that last longer or shorter than the others, by their start (RDATE of type PERIOD). */
    Map<LocalDateTime, CalendarPeriod> periods() {
        return periods;
    }

    /**
     * When it comes again.
     *
     * @param hidden occurrences that must not be shown
     */
    Optional<Recurrence> recurrence(Collection<LocalDateTime> hidden) {
        if (!recurs()) {
            return Optional.empty();
        }
        removed.addAll(hidden);
        return Optional.of(new Recurrence(rules, within(added, "RDATE"), within(removed, "EXDATE")));
    }

    private interface Taker {
        void take(Property property);
    }

    private void each(String name, Taker taker) {
        copy.component().properties(name).forEach(taker::take);
    }

    private void rule(Property property) {
        Optional<RecurrenceRule> rule = parsed(property);
        if (rule.isEmpty()) {
            return;
        }
        if (rules.size() == MOST_RULES) {
            complaints.add(copy, property.line(), "there are more than " + MOST_RULES + " RRULEs; left this one out");
        } else if (!namesATime(rule.get())) {
            complaints.add(copy, property.line(), "the RRULE names no time that can be found; left the rule out");
        } else {
            rules.add(rule.get().toText());
            plain.rule(rule.get());
        }
    }

    private boolean namesATime(RecurrenceRule rule) {
        return !RecurrenceSet.from(copy.start())
                .rule(rule)
                .build()
                .first(1, TRIAL)
                .occurrences()
                .isEmpty();
    }

    /** The rule, unless it is one that was already reported as impossible to follow. */
    private Optional<RecurrenceRule> parsed(Property property) {
        try {
            RecurrenceRule rule = RecurrenceRule.parse(property.value());
            boolean covered = rule.scale().covers(copy.start().date().toEpochDay());
            return covered ? Optional.of(rule) : Optional.empty();
        } catch (RecurrenceRuleException reported) {
            return Optional.empty();
        }
    }

    private void dates(Property property) {
        for (String text : property.texts()) {
            if (text.indexOf('/') < 0) {
                point(property, text).ifPresent(this::add);
            } else {
                period(property, text).ifPresent(period -> {
                    add(period.start());
                    if (!clock.time(period.start(), period.end()).equals(usual(period.start()))) {
                        periods.put(clock.local(period.start()), period);
                    }
                });
            }
        }
    }

    private void add(DateOrDateTime date) {
        LocalDateTime local = clock.local(date);
        plain.date(date);
        if (!local.equals(clock.local(copy.start()))) {
            added.add(local);
        }
    }

    /** How long an occurrence lasts that says nothing else. */
    private EventTime usual(DateOrDateTime start) {
        DateOrDateTime end = copy.event().end().orElse(copy.start());
        long seconds = Duration.between(copy.start().toInstant(CalendarZone.UTC), end.toInstant(CalendarZone.UTC))
                .toSeconds();
        return clock.time(start, start.withLocal(start.local().plusSeconds(seconds)));
    }

    private void exceptions(Property property) {
        for (String text : property.texts()) {
            point(property, text).ifPresent(date -> {
                if (date.isDate() && !clock.allDay()) {
                    exceptDay(date);
                } else {
                    removed.add(clock.local(date));
                }
            });
        }
    }

    /** A date leaves out every occurrence of that day. */
    private void exceptDay(DateOrDateTime day) {
        LocalDateTime from = day.date().atStartOfDay();
        Expansion expansion = plain.build().expand(from, from.plusDays(1), DAY);
        Stream.concat(Stream.of(clock.local(day)), expansion.starts().stream().map(clock::local))
                .forEach(removed::add);
    }

    private void exclusion(Property property) {
        parsed(property).ifPresent(rule -> {
            Expansion expansion =
                    RecurrenceSet.from(copy.start()).rule(rule).build().first(EXCLUDED.occurrences(), EXCLUDED);
            expansion.starts().stream().map(clock::local).forEach(removed::add);
            if (expansion.truncated()) {
                complaints.add(
                        copy,
                        property.line(),
                        "the EXRULE is followed for its first "
                                + expansion.starts().size() + " times only; use EXDATE");
            }
        });
    }

    private Optional<DateOrDateTime> point(Property property, String text) {
        try {
            DateOrDateTime point = DateOrDateTime.parse(text.strip());
            return Optional.of(zone(property).map(point::in).orElse(point));
        } catch (IcalendarException reported) {
            return Optional.empty();
        }
    }

    private Optional<CalendarPeriod> period(Property property, String text) {
        try {
            String stripped = text.strip();
            return Optional.of(zone(property)
                    .map(zone -> CalendarPeriod.parse(stripped, zone))
                    .orElseGet(() -> CalendarPeriod.parse(stripped)));
        } catch (IcalendarException reported) {
            return Optional.empty();
        }
    }

    private Optional<CalendarZone> zone(Property property) {
        return property.parameter("TZID")
                .flatMap(tzid -> copy.origin().zones().resolve(tzid))
                .map(ZoneMatch::zone);
    }

    private List<LocalDateTime> within(Collection<LocalDateTime> times, String name) {
        if (times.size() > MOST_TIMES) {
            complaints.add(copy, copy.line(), name + " names more than " + MOST_TIMES + " times; left the rest out");
        }
        return times.stream().limit(MOST_TIMES).toList();
    }
}
