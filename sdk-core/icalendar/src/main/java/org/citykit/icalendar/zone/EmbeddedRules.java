package org.citykit.icalendar.zone;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
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
 * Turns a VTIMEZONE into rules of the years 1900 to 2100, with a bounded number of observances, transitions and units of
 * work. Only yearly and monthly rules are followed: no zone changes its offset more often.
 */
final class EmbeddedRules {
    private static final int MOST_OBSERVANCES = 400;
    private static final int MOST_DATES = 1_000;
    private static final Budget PER_OBSERVANCE = new Budget(5_000, 402);
    /** Transitions closer than this are noise, and would put local times out of order. */
    private static final long LEAST_SECONDS_APART = 2 * 86_400;

    private static final LocalDateTime FIRST = LocalDateTime.of(1900, 1, 1, 0, 0);
    private static final LocalDateTime LAST = LocalDateTime.of(2101, 1, 1, 0, 0);

    private EmbeddedRules() {}

    /** Returns the rules, or empty where no observance can be read. */
    static Optional<ZoneRules> read(Component definition) {
        List<Onset> onsets = new ArrayList<>();
        definition.components().stream()
                .filter(part -> part.name().equals("STANDARD") || part.name().equals("DAYLIGHT"))
                .limit(MOST_OBSERVANCES)
                .forEach(part -> onsets(part, onsets));
        if (onsets.isEmpty()) {
            return Optional.empty();
        }
        onsets.sort(Comparator.comparingLong(Onset::second));
        ZoneOffset current = onsets.get(0).from();
        ZoneOffset first = current;
        long last = Long.MIN_VALUE / 2;
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        for (Onset onset : onsets) {
            if (!onset.to().equals(current) && onset.second() - last >= LEAST_SECONDS_APART) {
                transitions.add(ZoneOffsetTransition.of(
                        LocalDateTime.ofEpochSecond(onset.second(), 0, current), current, onset.to()));
                current = onset.to();
                last = onset.second();
            }
        }
        return Optional.of(ZoneRules.of(first, first, List.of(), transitions, List.of()));
    }

    private static void onsets(Component observance, List<Onset> into) {
        Optional<Property> start = observance.property("DTSTART");
        Optional<ZoneOffset> from = offset(observance, "TZOFFSETFROM");
        Optional<ZoneOffset> to = offset(observance, "TZOFFSETTO");
        if (start.isEmpty() || to.isEmpty()) {
            return;
        }
        ZoneOffset before = from.orElse(to.get());
        try {
            LocalDateTime local = DateOrDateTime.parse(start.get().value()).local();
            DateOrDateTime first = DateOrDateTime.of(local, CalendarZone.of(before));
            into.add(new Onset(local.toEpochSecond(before), before, to.get()));
            RecurrenceSet set = recurrence(observance, first);
            if (set.isRecurring()) {
                set.expand(FIRST, LAST, PER_OBSERVANCE).starts().stream()
                        .map(each -> new Onset(each.toInstant(CalendarZone.UTC).getEpochSecond(), before, to.get()))
                        .forEach(into::add);
            }
        } catch (IcalendarException unreadable) {
            // An observance that cannot be read is as good as none; the others still say when offsets change.
            return;
        }
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

    /** Reads a UTC-OFFSET as +0330 or -050000 (RFC 5545 §3.3.14). */
    private static Optional<ZoneOffset> offset(String text) {
        if (!text.matches("[+-]\\d{4}(\\d\\d)?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneOffset.of(text));
        } catch (DateTimeException beyondEighteenHours) {
            return Optional.empty();
        }
    }
}
