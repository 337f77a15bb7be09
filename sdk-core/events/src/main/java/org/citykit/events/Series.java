package org.citykit.events;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.citykit.api.events.EventTime;
import org.citykit.api.events.Recurrence;
import org.citykit.api.events.ReplacedOccurrence;
import org.citykit.icalendar.recur.Budget;
import org.citykit.icalendar.recur.Expansion;
import org.citykit.icalendar.recur.RecurrenceRule;
import org.citykit.icalendar.recur.RecurrenceSet;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;

/** One recurring event with the events that replace some of its occurrences. Immutable. */
final class Series {
    private final EventEntry master;
    private final ZoneId portal;
    private final RecurrenceSet set;
    private final Map<LocalDateTime, EventEntry> replaced = new HashMap<>();
    private final NavigableMap<LocalDateTime, EventEntry> replacedFrom = new TreeMap<>();
    private final Duration longest;

    /** @throws org.citykit.icalendar.IcalendarException if a rule cannot be read */
    Series(EventEntry master, Recurrence recurrence, List<EventEntry> replacements, ZoneId portal) {
        this.master = master;
        this.portal = portal;
        this.set = set(master.event().when(), recurrence, portal);
        for (EventEntry replacement : replacements) {
            ReplacedOccurrence which = replacement.event().replaces().orElseThrow();
            if (which.andFollowing()) {
                replacedFrom.put(which.start(), replacement);
            } else {
                replaced.put(which.start(), replacement);
            }
        }
        this.longest = longest();
    }

    /**
     * Adds the occurrences that overlap a span of time. Those that are replaced one by one are left out: they stand
     * for themselves.
     *
     * @return what it cost, and whether the budget ended first
     */
    Expansion collect(Instant from, Instant to, Budget budget, List<Occurrence> into) {
        Instant reach = from.minus(longest);
        Expansion expansion = set.expand(reach, to, CalendarZone.of(portal), budget);
        for (DateOrDateTime start : expansion.starts()) {
            LocalDateTime local = start.local();
            if (!replaced.containsKey(local)) {
                Occurrence occurrence = occurrence(local);
                if (occurrence.overlaps(from, to)) {
                    into.add(occurrence);
                }
            }
        }
        return expansion;
    }

    private Occurrence occurrence(LocalDateTime start) {
        Map.Entry<LocalDateTime, EventEntry> later = replacedFrom.floorEntry(start);
        if (later == null) {
            return Occurrence.of(
                    master, Optional.of(master), moved(master.event().when(), start), portal);
        }
        EventTime changed = later.getValue().event().when();
        LocalDateTime shifted = start.plus(Duration.between(later.getKey(), changed.localStart()));
        return Occurrence.of(later.getValue(), Optional.of(master), moved(changed, shifted), portal);
    }

    private static EventTime moved(EventTime when, LocalDateTime start) {
        if (when instanceof EventTime.AllDay days) {
            long length = ChronoUnit.DAYS.between(days.start(), days.end());
            return new EventTime.AllDay(start.toLocalDate(), start.toLocalDate().plus(Period.ofDays((int) length)));
        }
        EventTime.Timed timed = (EventTime.Timed) when;
        return new EventTime.Timed(start, start.plus(Duration.between(timed.start(), timed.end())), timed.zone());
    }

    /** How far before a window an occurrence may begin that still reaches into it. */
    private Duration longest() {
        List<EventTime> times = new ArrayList<>();
        times.add(master.event().when());
        replacedFrom.forEach((from, entry) -> {
            EventTime changed = entry.event().when();
            times.add(changed);
            times.add(new EventTime.Timed(
                    min(from, changed.localStart()), max(from, changed.localStart()), Optional.empty()));
        });
        Duration sum = Duration.ofDays(1); // clocks of other zones, and hours that a zone repeats
        for (EventTime time : times) {
            sum = sum.plus(length(time));
        }
        return sum;
    }

    private static Duration length(EventTime when) {
        return when instanceof EventTime.AllDay days
                ? Duration.ofDays(ChronoUnit.DAYS.between(days.start(), days.end()))
                : Duration.between(((EventTime.Timed) when).start(), ((EventTime.Timed) when).end());
    }

    private static RecurrenceSet set(EventTime when, Recurrence recurrence, ZoneId portal) {
        RecurrenceSet.Builder builder = RecurrenceSet.from(point(when, when.localStart(), portal));
        recurrence.rules().forEach(rule -> builder.rule(RecurrenceRule.parse(rule)));
        recurrence.added().forEach(added -> builder.date(point(when, added, portal)));
        recurrence.removed().forEach(removed -> builder.exclude(point(when, removed, portal)));
        return builder.build();
    }

    private static DateOrDateTime point(EventTime when, LocalDateTime local, ZoneId portal) {
        return when instanceof EventTime.Timed timed
                ? DateOrDateTime.of(local, CalendarZone.of(timed.zone().orElse(portal)))
                : DateOrDateTime.of(local.toLocalDate());
    }

    private static LocalDateTime min(LocalDateTime a, LocalDateTime b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDateTime max(LocalDateTime a, LocalDateTime b) {
        return a.isBefore(b) ? b : a;
    }
}
