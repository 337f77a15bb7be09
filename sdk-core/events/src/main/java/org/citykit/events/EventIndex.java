package org.citykit.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citykit.api.Revision;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.ReplacedOccurrence;
import org.citykit.icalendar.IcalendarException;
import org.citykit.icalendar.recur.Budget;
import org.citykit.icalendar.recur.Expansion;
import org.citykit.text.SearchWords;

/**
 * Everything that a portal's calendars hold, as occurrences that are expanded when a window of time is asked for.
 *
 * <p>Immutable and thread-safe. The cost of a window depends on the window and the number of recurring events, not on
 * how long ago they began; every query has a budget of work.
 */
public final class EventIndex {
    /** What one question may cost, in units of {@link Budget}. */
    private static final long WORK = 5_000_000;

    /** What one recurring event may cost of it. */
    private static final long WORK_OF_ONE = 500_000;

    private final Revision revision;
    private final ZoneId zone;
    private final Map<String, EventEntry> entries = new LinkedHashMap<>();
    private final List<Series> series = new ArrayList<>();
    private final SingleTimes singles;
    private final List<EventProblem> problems = new ArrayList<>();
    private final EventWords words;

    private EventIndex(List<CalendarSnapshot> snapshots, ZoneId zone) {
        this.zone = zone;
        this.revision = Revision.of(snapshots.stream()
                .flatMap(snapshot ->
                        Stream.of(snapshot.module(), snapshot.revision().value()))
                .toList());
        List<Occurrence> single = new ArrayList<>();
        snapshots.forEach(snapshot -> add(snapshot, single));
        this.singles = new SingleTimes(single);
        this.words = new EventWords(List.copyOf(entries.values()));
    }

    /**
     * An index of what calendars hold.
     *
     * @param zone the portal's, for whole days and floating times
     */
    public static EventIndex of(List<CalendarSnapshot> snapshots, ZoneId zone) {
        return new EventIndex(
                snapshots.stream()
                        .sorted(Comparator.comparing(CalendarSnapshot::module))
                        .toList(),
                zone);
    }

    /** An index of nothing. */
    public static EventIndex empty(ZoneId zone) {
        return of(List.of(), zone);
    }

    /** Names this state: equal for equal snapshots. */
    public Revision revision() {
        return revision;
    }

    /** The portal's zone. */
    public ZoneId zone() {
        return zone;
    }

    /** How many events there are, each recurring one counted once. */
    public int size() {
        return entries.size();
    }

    /** All events, module by module, in the order in which the calendars gave them. */
    public List<EventEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** What cannot be expanded. */
    public List<EventProblem> problems() {
        return List.copyOf(problems);
    }

    /** The event with an id. */
    public Optional<EventEntry> event(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /**
     * Asks for the occurrences in some days, as clocks in the portal's zone show them.
     *
     * @param from the first day
     * @param to the day after the last
     */
    public OccurrenceQuery between(LocalDate from, LocalDate to) {
        return between(from.atStartOfDay(zone), to.atStartOfDay(zone));
    }

    /**
     * Asks for the occurrences that overlap a span of time.
     *
     * @param from its beginning
     * @param to the moment after its end
     */
    public OccurrenceQuery between(ZonedDateTime from, ZonedDateTime to) {
        return new OccurrenceQuery(this, from.toInstant(), to.toInstant());
    }

    /** The occurrences of one event from a moment on, at most as many as wanted, within {@code to}. */
    public List<Occurrence> occurrencesOf(String id, ZonedDateTime from, ZonedDateTime to, int most) {
        return between(from, to).of(id).limit(most).list();
    }

    /** Collects everything that overlaps a span of time, in order of time; true if a budget ended first. */
    boolean collect(Instant from, Instant to, List<Occurrence> into) {
        boolean truncated = false;
        long left = WORK;
        singles.collect(from, to, into);
        for (Series one : series) {
            Expansion expansion =
                    one.collect(from, to, new Budget(Math.min(WORK_OF_ONE, left), OccurrenceQuery.MOST), into);
            truncated |= expansion.truncated();
            left = Math.max(1, left - expansion.workUsed());
        }
        into.sort(Comparator.comparing(
                        (Occurrence occurrence) -> occurrence.start().toInstant())
                .thenComparing(occurrence -> !occurrence.isAllDay())
                .thenComparing(occurrence -> occurrence.entry().id()));
        return truncated;
    }

    /** The positions in {@link #entries} of the events that hold some words. */
    BitSet withWords(SearchWords wanted) {
        return words.find(wanted);
    }

    int position(EventEntry entry) {
        return words.position(entry);
    }

    private void add(CalendarSnapshot snapshot, List<Occurrence> single) {
        Map<String, EventEntry> own = new LinkedHashMap<>();
        Map<String, List<EventEntry>> replacements = new HashMap<>();
        for (CalendarEvent event : snapshot.events()) {
            EventEntry entry = EventEntry.of(snapshot.module(), event);
            entries.put(entry.id(), entry);
            own.put(event.id(), entry);
        }
        for (EventEntry entry : own.values()) {
            entry.event()
                    .replaces()
                    .map(ReplacedOccurrence::series)
                    .ifPresent(master -> replacements
                            .computeIfAbsent(master, first -> new ArrayList<>())
                            .add(entry));
        }
        for (EventEntry entry : own.values()) {
            place(entry, own, replacements.getOrDefault(entry.event().id(), List.of()), single);
        }
    }

    private void place(
            EventEntry entry, Map<String, EventEntry> own, List<EventEntry> replacements, List<Occurrence> single) {
        CalendarEvent event = entry.event();
        if (event.recurrence().isPresent()) {
            try {
                series.add(new Series(entry, event.recurrence().get(), replacements, zone));
                return;
            } catch (IcalendarException unreadable) {
                problems.add(new EventProblem(
                        entry,
                        "its rule cannot be expanded, only its first time is shown: " + unreadable.getMessage()));
            }
        }
        boolean fromThenOn = event.replaces()
                .filter(ReplacedOccurrence::andFollowing)
                .map(which -> own.containsKey(which.series()))
                .orElse(false);
        if (!fromThenOn) { // the series shows it for every time from then on
            Optional<EventEntry> master =
                    event.replaces().flatMap(which -> Optional.ofNullable(own.get(which.series())));
            single.add(Occurrence.of(entry, master, event.when(), zone));
        }
    }
}
