package org.citykit.icalendar.zone;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;

/**
 * Writes VTIMEZONE components in the form that every client takes, Outlook too: rules that begin in 1970 where the zone
 * changes by rule, else one observance for each change until it does (RFC 5545 §3.6.5).
 */
public final class TimeZoneComponents {
    private static final int RULE_START = 1970;
    /** A full cycle of weekdays and leap years. */
    private static final int CYCLE = 28;

    private TimeZoneComponents() {}

    /**
     * Makes the VTIMEZONE of a zone.
     *
     * @param zone the zone; its id becomes the TZID
     * @param fromYear the first year in which times may lie
     * @param toYear the last year
     * @return the component, the same for the same arguments and tz database
     */
    public static Component of(ZoneId zone, int fromYear, int toYear) {
        return of(CalendarZone.of(zone), fromYear, toYear);
    }

    /**
     * Makes the VTIMEZONE of a zone, whoever brought its rules.
     *
     * @param zone the zone; its id becomes the TZID
     * @param fromYear the first year in which times may lie
     * @param toYear the last year; rules that last are written without an end
     * @return the component, the same for the same arguments
     */
    public static Component of(CalendarZone zone, int fromYear, int toYear) {
        ZoneRules rules = zone.rules();
        LocalDateTime start = LocalDateTime.of(fromYear, 1, 1, 0, 0);
        List<ZoneOffsetTransition> changes = changes(rules, start, toYear);
        Map<ZoneOffsetTransitionRule, String> lasting = lasting(rules, toYear);
        int irregular = irregular(changes, lasting.keySet());
        List<Component> observances = new ArrayList<>();
        boolean always = irregular == 0
                && !changes.isEmpty()
                && isNext(changes.get(0), start.toInstant(ZoneOffset.UTC), lasting.keySet());
        if (!always) {
            int year = Math.min(fromYear, RULE_START);
            observances.add(beginning(year, rules.getOffset(start.toInstant(ZoneOffset.UTC))));
        }
        for (ZoneOffsetTransition change : changes.subList(0, irregular)) {
            observances.add(observance(rules, change, "", changes));
        }
        if (irregular < changes.size()) {
            lasting.forEach((rule, text) -> observances.add(observance(
                    rules,
                    always ? rule.createTransition(RULE_START) : first(rule, changes, irregular),
                    text,
                    changes)));
        }
        return Component.of("VTIMEZONE", List.of(Property.text("TZID", zone.id())), observances);
    }

    private static List<ZoneOffsetTransition> changes(ZoneRules rules, LocalDateTime start, int toYear) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(start.toInstant(ZoneOffset.UTC));
        while (next != null && next.getDateTimeBefore().getYear() <= toYear) {
            changes.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        return changes;
    }

    /** Returns the RRULEs of a zone's lasting rules; none where another change is still to come, or one has no RRULE. */
    private static Map<ZoneOffsetTransitionRule, String> lasting(ZoneRules rules, int toYear) {
        Map<ZoneOffsetTransitionRule, String> texts = new LinkedHashMap<>();
        boolean settled = rules.getTransitions().stream()
                .allMatch(change -> change.getDateTimeBefore().getYear() <= toYear);
        if (settled) {
            rules.getTransitionRules().forEach(rule -> ruleText(rule).ifPresent(text -> texts.put(rule, text)));
        }
        return texts.size() == rules.getTransitionRules().size() ? texts : Map.of();
    }

    /** Returns how many changes there are until all follow the lasting rules. */
    private static int irregular(List<ZoneOffsetTransition> changes, Set<ZoneOffsetTransitionRule> lasting) {
        int size = changes.size();
        int count = size;
        while (count > 0
                && isRegular(changes.get(count - 1), lasting)
                && (count == size
                        || isNext(changes.get(count), changes.get(count - 1).getInstant(), lasting))) {
            count--;
        }
        return count;
    }

    /** Tells whether a change is what the lasting rules have next, so that the zone left none of theirs out. */
    private static boolean isNext(ZoneOffsetTransition change, Instant after, Set<ZoneOffsetTransitionRule> lasting) {
        int year = after.atOffset(ZoneOffset.UTC).getYear();
        return lasting.stream()
                .flatMap(rule -> IntStream.rangeClosed(
                                year - 1, change.getDateTimeBefore().getYear())
                        .mapToObj(rule::createTransition))
                .filter(each -> each.getInstant().isAfter(after))
                .min(Comparator.naturalOrder())
                .filter(change::equals)
                .isPresent();
    }

    private static boolean isRegular(ZoneOffsetTransition change, Set<ZoneOffsetTransitionRule> lasting) {
        int year = change.getDateTimeBefore().getYear();
        return lasting.stream().anyMatch(rule -> rule.createTransition(year).equals(change));
    }

    /** Returns the first change that a rule makes behind the last that follows none. */
    private static ZoneOffsetTransition first(
            ZoneOffsetTransitionRule rule, List<ZoneOffsetTransition> changes, int irregular) {
        int year = changes.get(changes.size() - 1).getDateTimeBefore().getYear();
        return changes.subList(irregular, changes.size()).stream()
                .filter(change -> isRegular(change, Set.of(rule)))
                .findFirst()
                .orElseGet(() -> rule.createTransition(year + 1));
    }

    /** Finds the RRULE that gives the local times of a rule in every year of a cycle. */
    private static Optional<String> ruleText(ZoneOffsetTransitionRule rule) {
        LocalDateTime first = rule.createTransition(RULE_START).getDateTimeBefore();
        int leastDay = 31;
        int mostDay = 1;
        boolean alwaysLast = true;
        for (int year = RULE_START; year < RULE_START + CYCLE; year++) {
            LocalDateTime each = rule.createTransition(year).getDateTimeBefore();
            if (each.getMonth() != first.getMonth()
                    || each.getDayOfWeek() != first.getDayOfWeek()
                    || !each.toLocalTime().equals(first.toLocalTime())) {
                return Optional.empty();
            }
            leastDay = Math.min(leastDay, each.getDayOfMonth());
            mostDay = Math.max(mostDay, each.getDayOfMonth());
            alwaysLast &= each.getDayOfMonth() + 7 > each.getMonth().length(Year.isLeap(year));
        }
        String weekday = first.getDayOfWeek().name().substring(0, 2);
        String month = "FREQ=YEARLY;BYMONTH=" + first.getMonthValue();
        if (alwaysLast) {
            return Optional.of(month + ";BYDAY=-1" + weekday);
        }
        if (mostDay - leastDay != 6) {
            return Optional.empty();
        }
        if (mostDay % 7 == 0) {
            return Optional.of(month + ";BYDAY=" + mostDay / 7 + weekday);
        }
        StringBuilder days = new StringBuilder();
        for (int day = leastDay; day <= mostDay; day++) {
            days.append(day == leastDay ? "" : ",").append(day);
        }
        return Optional.of(month + ";BYMONTHDAY=" + days + ";BYDAY=" + weekday);
    }

    private static Component beginning(int year, ZoneOffset offset) {
        LocalDateTime start = LocalDateTime.of(year, 1, 1, 0, 0);
        return part(
                "STANDARD",
                List.of(
                        Property.of("DTSTART", DateOrDateTime.floating(start).toText()),
                        offset("TZOFFSETFROM", offset),
                        offset("TZOFFSETTO", offset)));
    }

    private static Component observance(
            ZoneRules rules, ZoneOffsetTransition change, String rule, List<ZoneOffsetTransition> changes) {
        List<Property> properties = new ArrayList<>();
        properties.add(Property.of(
                "DTSTART", DateOrDateTime.floating(change.getDateTimeBefore()).toText()));
        properties.add(offset("TZOFFSETFROM", change.getOffsetBefore()));
        properties.add(offset("TZOFFSETTO", change.getOffsetAfter()));
        if (!rule.isEmpty()) {
            properties.add(Property.of("RRULE", rule));
        }
        return part(isDaylight(rules, change, changes) ? "DAYLIGHT" : "STANDARD", properties);
    }

    /** Asks the rules themselves, in a year of the range, because 1970 may have had no summer time. */
    private static boolean isDaylight(
            ZoneRules rules, ZoneOffsetTransition change, List<ZoneOffsetTransition> changes) {
        return changes.stream()
                .filter(each -> each.getOffsetAfter().equals(change.getOffsetAfter()) && each.isGap() == change.isGap())
                .findFirst()
                .map(each -> rules.isDaylightSavings(each.getInstant()))
                .orElse(false);
    }

    private static Component part(String name, List<Property> properties) {
        return Component.of(name, properties, List.of());
    }

    private static Property offset(String name, ZoneOffset offset) {
        int seconds = Math.abs(offset.getTotalSeconds());
        StringBuilder text = new StringBuilder(offset.getTotalSeconds() < 0 ? "-" : "+");
        twoDigits(text, seconds / 3_600);
        twoDigits(text, seconds / 60 % 60);
        if (seconds % 60 != 0) {
            twoDigits(text, seconds % 60);
        }
        return Property.of(name, text.toString());
    }

    private static void twoDigits(StringBuilder text, int value) {
        text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }
}
