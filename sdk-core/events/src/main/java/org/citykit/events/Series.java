package org.citykit.events;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.citykit.api.events.CalendarEvent;
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
    private static final Spent NOTHING = new Spent(0, false);

    /**
     * What an expansion cost.
     *
     * @param work in units of {@link Budget}
     * @param truncated true if the budget ended first
     */
    record Spent(long work, boolean truncated) {}

    private final Catalogue catalogue;
    private final int master;
    private final ZoneId portal;
    private final RecurrenceSet set;
    private final Set<LocalDateTime> replaced = new HashSet<>();
    private final NavigableMap<LocalDateTime, Integer> replacedFrom = new TreeMap<>();
    private final Duration longest;
    private final long earliest;

    /**
     * @param master the position of the recurring event
     * @param replacements the positions of the events that replace occurrences
     * @throws org.citykit.icalendar.IcalendarException if a rule cannot be read
     */
    Series(Catalogue catalogue, int master, List<Integer> replacements, ZoneId portal) {
        this.catalogue = catalogue;
        this.master = master;
        this.portal = portal;
        EventTime when = event(master).when();
        Recurrence recurrence = event(master).recurrence().orElseThrow();
        this.set = set(when, recurrence, portal);
        for (int replacement : replacements) {
            ReplacedOccurrence which = event(replacement).replaces().orElseThrow();
            if (which.andFollowing()) {
                replacedFrom.put(which.start(), replacement);
            } else {
                replaced.add(which.start());
            }
        }
        this.longest = longest();
        LocalDateTime first = recurrence.added().stream().reduce(when.localStart(), Series::min);
        this.earliest = first.minusDays(2).toEpochSecond(ZoneOffset.UTC);
    }

    /** The positions of this event and of those that replace a part of it from some time on. */
    List<Integer> entries() {
        List<Integer> entries = new ArrayList<>(replacedFrom.values());
        entries.add(master);
        return entries;
    }

    /**
     * Adds the occurrences that meet a span. Those that are replaced one by one are left out: they stand for themselves.
     *
     * @param ref how an occurrence refers to this series
     * @param ranks orders the events that begin together
     * @return what it cost, and whether the budget ended first
     */
    Spent collect(int ref, Span span, Budget budget, int[] ranks, Stretch.Builder into) {
        if (replacedFrom.isEmpty() && earliest >= span.to()) {
            return NOTHING;
        }
        Expansion expansion =
                set.expand(span.begin().minus(longest), span.end().plus(ahead()), CalendarZone.of(portal), budget);
        for (DateOrDateTime start : expansion.starts()) {
            LocalDateTime local = start.local();
            if (!replaced.contains(local)) {
                Occurrence occurrence = occurrence(local);
                int entry = entry(local);
                into.add(
                        entry,
                        ref,
                        occurrence.start().toEpochSecond(),
                        occurrence.end().toEpochSecond(),
                        local.toEpochSecond(ZoneOffset.UTC),
                        occurrence.isAllDay(),
                        ranks[entry]);
            }
        }
        return new Spent(expansion.workUsed(), expansion.truncated());
    }

    /** The occurrence that begins at a time of the series' own clock, in seconds. */
    Occurrence occurrence(long local) {
        return occurrence(LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC));
    }

    private Occurrence occurrence(LocalDateTime start) {
        Optional<EventEntry> series = Optional.of(catalogue.entry(master));
        Map.Entry<LocalDateTime, Integer> later = replacedFrom.floorEntry(start);
        if (later == null) {
            return Occurrence.of(
                    catalogue.entry(master), series, moved(event(master).when(), start), portal);
        }
        EventTime changed = event(later.getValue()).when();
        LocalDateTime shifted = start.plus(Duration.between(later.getKey(), changed.localStart()));
        return Occurrence.of(catalogue.entry(later.getValue()), series, moved(changed, shifted), portal);
    }

    private int entry(LocalDateTime start) {
        Map.Entry<LocalDateTime, Integer> later = replacedFrom.floorEntry(start);
        return later == null ? master : later.getValue();
    }

    private CalendarEvent event(int position) {
        return catalogue.entry(position).event();
    }

    /** How far after a window a start of the rule may lie that a change has moved to before it. */
    private Duration ahead() {
        Duration most = Duration.ZERO;
        for (Map.Entry<LocalDateTime, Integer> change : replacedFrom.entrySet()) {
            Duration moved = Duration.between(event(change.getValue()).when().localStart(), change.getKey());
            most = moved.compareTo(most) > 0 ? moved.plusDays(1) : most;
        }
        return most;
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
        times.add(event(master).when());
        replacedFrom.forEach((from, entry) -> {
            EventTime changed = event(entry).when();
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
