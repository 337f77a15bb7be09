package org.citykit.icalendar.zone;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.IcalendarException;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.recur.Budget;
import org.citykit.icalendar.recur.Frequency;
import org.citykit.icalendar.recur.RecurrenceRule;
import org.citykit.icalendar.recur.RecurrenceSet;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;

/**
 * Turns a VTIMEZONE into rules: two that last where the definition has them, else all changes of the years 1900 to 2100,
 * with a bounded number of observances, transitions and units of work. Only yearly and monthly rules are followed: no zone changes its offset more often.
 */
final class EmbeddedRules {
    private static final int MOST_OBSERVANCES = 400;
    private static final int MOST_DATES = 1_000;
    private static final Budget PER_OBSERVANCE = new Budget(5_000, 402);
    /** Transitions closer than this are noise, and would put local times out of order. */
    private static final long LEAST_SECONDS_APART = 2 * 86_400;

    /** When an observance begins that does not say it; clocks change at about this hour. */
    private static final LocalDateTime UNKNOWN_START = LocalDateTime.of(1970, 1, 1, 2, 0);

    private static final LocalDateTime FIRST = LocalDateTime.of(1900, 1, 1, 0, 0);
    private static final LocalDateTime LAST = LocalDateTime.of(2100, 12, 31, 0, 0);

    private EmbeddedRules() {}

    /** Returns the rules, or empty where no observance can be read. */
    static Optional<ZoneRules> read(Component definition) {
        return read(definition, FIRST.getYear(), LAST.getYear());
    }

    /** Returns the rules, exact in some years, or empty where no observance can be read. */
    static Optional<ZoneRules> read(Component definition, int fromYear, int toYear) {
        List<Observance> observances = definition.components().stream()
                .filter(part -> part.name().equals("STANDARD") || part.name().equals("DAYLIGHT"))
                .limit(MOST_OBSERVANCES)
                .flatMap(part -> observance(part, fromYear, toYear).stream())
                .toList();
        List<Onset> onsets = observances.stream()
                .flatMap(each -> each.onsets().stream())
                .sorted(Comparator.comparingLong(Onset::second))
                .toList();
        return onsets.isEmpty() ? Optional.empty() : Optional.of(rules(onsets, lasting(observances)));
    }

    /** Returns the rules that go on for ever, none where some endless observance has no yearly rule. */
    private static List<ZoneOffsetTransitionRule> lasting(List<Observance> observances) {
        List<Observance> endless =
                observances.stream().filter(Observance::endless).toList();
        boolean known = endless.stream().allMatch(each -> each.lasting().isPresent());
        List<ZoneOffsetTransitionRule> rules = endless.stream()
                .flatMap(each -> each.lasting().stream())
                .sorted(Comparator.comparing(ZoneOffsetTransitionRule::getMonth))
                .toList();
        boolean alternates = rules.size() == 2
                && rules.get(0).getMonth() != rules.get(1).getMonth()
                && rules.get(0).getOffsetAfter().equals(rules.get(1).getOffsetBefore())
                && rules.get(1).getOffsetAfter().equals(rules.get(0).getOffsetBefore());
        return known && alternates ? rules : List.of();
    }

    private static ZoneRules rules(List<Onset> onsets, List<ZoneOffsetTransitionRule> lasting) {
        int lastYear = lasting.isEmpty() ? Integer.MAX_VALUE : lastIrregularYear(onsets);
        ZoneOffset current = onsets.get(0).from();
        ZoneOffset first = current;
        long last = Long.MIN_VALUE / 2;
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        for (Onset onset : onsets) {
            LocalDateTime local = LocalDateTime.ofEpochSecond(onset.second(), 0, current);
            if (local.getYear() <= lastYear
                    && !onset.to().equals(current)
                    && onset.second() - last >= LEAST_SECONDS_APART) {
                transitions.add(ZoneOffsetTransition.of(local, current, onset.to()));
                current = onset.to();
                last = onset.second();
            }
        }
        return ZoneRules.of(first, first, List.of(), transitions, lasting);
    }

    /** Returns the year in which the last observance begins, or the last date outside of rules lies. */
    private static int lastIrregularYear(List<Onset> onsets) {
        return onsets.stream()
                .filter(each -> !each.byEndlessRule())
                .mapToInt(each -> LocalDateTime.ofEpochSecond(each.second(), 0, each.from())
                        .getYear())
                .max()
                .orElse(Integer.MIN_VALUE);
    }

    private static Optional<Observance> observance(Component part, int fromYear, int toYear) {
        Optional<ZoneOffset> after = offset(part, "TZOFFSETTO");
        if (after.isEmpty()) {
            return Optional.empty();
        }
        ZoneOffset to = after.get();
        ZoneOffset from = offset(part, "TZOFFSETFROM").orElse(to);
        List<Onset> onsets = new ArrayList<>();
        try {
            Optional<Property> start = part.property("DTSTART");
            LocalDateTime local = start.isPresent()
                    ? DateOrDateTime.parse(start.get().value()).local()
                    : UNKNOWN_START;
            if (start.isPresent() || part.property("RRULE").isEmpty()) {
                onsets.add(new Onset(local.toEpochSecond(from), from, to, false));
            }
            return Optional.of(repeated(
                    part, DateOrDateTime.of(local, CalendarZone.of(from)), from, to, onsets, fromYear, toYear));
        } catch (IcalendarException unreadable) {
            // What cannot be read is as good as absent; the rest still says when offsets change.
            return onsets.isEmpty() ? Optional.empty() : Optional.of(new Observance(onsets, false, Optional.empty()));
        }
    }

    /** Adds what RRULE and RDATE say to the first onset. */
    private static Observance repeated(
            Component part,
            DateOrDateTime first,
            ZoneOffset from,
            ZoneOffset to,
            List<Onset> onsets,
            int fromYear,
            int toYear) {
        RecurrenceSet set = recurrence(part, first);
        boolean endless = isEndless(part);
        if (endless) {
            int year = Math.max(first.local().getYear(), FIRST.getYear());
            List<DateOrDateTime> cycle = within(set, year, year + LastingRule.CYCLE);
            Optional<ZoneOffsetTransitionRule> rule =
                    LastingRule.of(cycle.stream().map(DateOrDateTime::local).toList(), from, to);
            if (rule.isPresent()) {
                add(cycle.subList(0, 1), from, to, onsets, false);
                add(cycle.subList(1, cycle.size()), from, to, onsets, true);
                return new Observance(withLater(rule.get(), onsets, toYear), true, rule);
            }
        }
        if (set.isRecurring()) {
            add(within(set, Math.max(fromYear, FIRST.getYear()), toYear), from, to, onsets, false);
        }
        return new Observance(onsets, endless, Optional.empty());
    }

    /** Goes on by the rule after the cycle that proved it, for years in which another observance still is irregular. */
    private static List<Onset> withLater(ZoneOffsetTransitionRule rule, List<Onset> onsets, int toYear) {
        List<Onset> all = new ArrayList<>(onsets);
        Onset last = onsets.get(onsets.size() - 1);
        int year = LocalDateTime.ofEpochSecond(last.second(), 0, last.from()).getYear();
        while (++year <= Math.min(toYear, LAST.getYear())) {
            ZoneOffsetTransition each = rule.createTransition(year);
            all.add(new Onset(each.toEpochSecond(), last.from(), last.to(), true));
        }
        return all;
    }

    private static List<DateOrDateTime> within(RecurrenceSet set, int fromYear, int toYear) {
        return set.expand(
                        LocalDateTime.of(fromYear, 1, 1, 0, 0),
                        LocalDateTime.of(toYear + 1, 1, 1, 0, 0),
                        PER_OBSERVANCE)
                .starts();
    }

    private static void add(
            List<DateOrDateTime> starts, ZoneOffset from, ZoneOffset to, List<Onset> into, boolean byEndlessRule) {
        starts.stream()
                .map(each -> new Onset(each.local().toEpochSecond(from), from, to, byEndlessRule))
                .forEach(into::add);
    }

    /** Tells whether there is exactly one rule, without an end, and no date beside it. */
    private static boolean isEndless(Component part) {
        List<Property> rules = part.properties("RRULE");
        if (rules.size() != 1 || part.property("RDATE").isPresent()) {
            return false;
        }
        RecurrenceRule rule = RecurrenceRule.parse(rules.get(0).value());
        return rule.frequency() == Frequency.YEARLY
                && rule.until().isEmpty()
                && rule.count().isEmpty();
    }

    private static RecurrenceSet recurrence(Component observance, DateOrDateTime first) {
        RecurrenceSet.Builder set = RecurrenceSet.from(first);
        for (Property rule : observance.properties("RRULE")) {
            RecurrenceRule read = RecurrenceRule.parse(rule.value());
            if (read.frequency() == Frequency.YEARLY || read.frequency() == Frequency.MONTHLY) {
                set.rule(read);
            }
        }
        observance.properties("RDATE").stream()
                .flatMap(property -> property.texts().stream())
                .limit(MOST_DATES)
                .forEach(date -> set.date(DateOrDateTime.parse(date)));
        return set.build();
    }

    private static Optional<ZoneOffset> offset(Component observance, String name) {
        return observance
                .property(name)
                .flatMap(property -> offset(property.value().strip()));
    }

    /** Reads a UTC-OFFSET as +0330 or -050000 (RFC 5545 §3.3.14); colons and a missing plus are accepted. */
    private static Optional<ZoneOffset> offset(String text) {
        String digits = text.replace(":", "");
        if (!digits.matches("[+-]?\\d{4}(\\d\\d)?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneOffset.of(Character.isDigit(digits.charAt(0)) ? "+" + digits : digits));
        } catch (DateTimeException beyondEighteenHours) {
            return Optional.empty();
        }
    }
}
