package org.citykit.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citykit.api.Revision;

/**
 * Everything that a portal's calendars hold, merged, with occurrences that are expanded when a window of time is asked
 * for.
 *
 * <p>Immutable and thread-safe. What calendars tell of one event is one entry; the calendar that comes first is believed.
 * Occurrences are expanded in stretches of thirty days that are kept, so that the cost of a question depends on the
 * occurrences in its window, not on how long ago an event began nor on what lies outside; every stretch has a budget of
 * work.
 */
public final class EventIndex {
    private final Revision revision;
    private final ZoneId zone;
    private final Catalogue catalogue;
    private final List<EventProblem> problems;
    private final Withdrawals withdrawals;
    private final Expander expander;
    private final Timeline timeline;
    private final EventTable table;
    private final EventWords words;
    private final Relatives relatives;

    private EventIndex(List<CalendarSnapshot> snapshots, ZoneId zone) {
        this.zone = zone;
        this.revision = Revision.of(snapshots.stream()
                .flatMap(snapshot ->
                        Stream.of(snapshot.module(), snapshot.revision().value()))
                .toList());
        Merger merger = new Merger(snapshots, zone);
        Merger.Merged merged = merger.merged();
        this.withdrawals = new Withdrawals(snapshots, merger);
        this.catalogue = Catalogue.of(merged.entries(), merged.otherIds(), withdrawals.successors());
        this.problems = new ArrayList<>(merged.problems());
        this.relatives = new Relatives(catalogue);
        Placement placement = new Placement(catalogue, relatives, zone, problems);
        this.expander = new Expander(placement.series(), placement.singles(), catalogue.ranks());
        this.timeline = new Timeline(expander);
        this.table = new EventTable(
                catalogue.entries(),
                snapshots.stream().map(CalendarSnapshot::module).toList());
        this.words = new EventWords(catalogue.entries());
    }

    /**
     * An index of what calendars hold.
     *
     * @param snapshots of two that tell of one event, the first is believed
     * @param zone the portal's, for whole days and floating times
     */
    public static EventIndex of(List<CalendarSnapshot> snapshots, ZoneId zone) {
        return new EventIndex(List.copyOf(snapshots), zone);
    }

    /** An index of nothing. */
    public static EventIndex empty(ZoneId zone) {
        return of(List.of(), zone);
    }

    /** Names this state: equal for equal snapshots in the same order. */
    public Revision revision() {
        return revision;
    }

    /** The portal's zone. */
    public ZoneId zone() {
        return zone;
    }

    /** How many events there are, each recurring one counted once. */
    public int size() {
        return catalogue.entries().size();
    }

    /** All events, module by module, in the order in which the calendars gave them. */
    public List<EventEntry> entries() {
        return catalogue.entries();
    }

    /**
     * The events that fit a filter whenever they take place, in the order of {@link #entries()}. A recurring event and
     * those that replace some of its occurrences are events of their own, each held against the filter.
     */
    public List<EventEntry> entries(EventFilter filter) {
        Selection selection = Selection.of(filter, table, words);
        Set<Integer> named = named(filter);
        return IntStream.range(0, size())
                .filter(selection::holds)
                .filter(position -> filter.events().isEmpty()
                        || named.contains(position)
                        || relatives.series(position).stream().anyMatch(named::contains))
                .mapToObj(catalogue::entry)
                .toList();
    }

    /** What cannot be expanded, and where calendars contradict each other. */
    public List<EventProblem> problems() {
        return List.copyOf(problems);
    }

    /** The event with an id, be it that of any calendar that tells of it. */
    public Optional<EventEntry> event(String id) {
        return catalogue.find(id);
    }

    /** All that calendars held once and none has any more, as far as it is remembered. */
    public Collection<WithdrawnEvent> withdrawn() {
        return withdrawals.all();
    }

    /** What a calendar held under an id, if none has it any more. */
    public Optional<WithdrawnEvent> withdrawn(String id) {
        return catalogue.find(id).isPresent() ? Optional.empty() : withdrawals.find(id);
    }

    /** The recurring event of which an event replaces an occurrence. */
    public Optional<EventEntry> series(EventEntry replacement) {
        return position(replacement).flatMap(relatives::series).map(catalogue::entry);
    }

    /** The events that replace occurrences of a recurring event. */
    public List<EventEntry> replacements(EventEntry series) {
        return position(series).map(relatives::replacements).orElse(List.of()).stream()
                .map(catalogue::entry)
                .toList();
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

    /**
     * Makes what the first questions would otherwise wait for: the words, and the stretches of a window. Takes seconds
     * where there are many events.
     */
    public void prepare(LocalDate from, LocalDate to) {
        between(from, to).matching("a").at("a").limit(0).find();
    }

    /** How many expanded occurrences are kept. */
    long kept() {
        return timeline.size();
    }

    Answer answer(Instant from, Instant to, EventFilter filter) {
        Span span = Span.of(from, to);
        Selection selection = Selection.of(filter, table, words);
        return new Answer(catalogue, expander, table, stretches(span, filter), span, selection);
    }

    private List<Stretch> stretches(Span span, EventFilter filter) {
        if (span.isEmpty()) {
            return List.of();
        }
        return filter.events().isEmpty() ? timeline.covering(span) : List.of(expander.expand(span, named(filter)));
    }

    private Set<Integer> named(EventFilter filter) {
        Set<Integer> positions = new HashSet<>();
        for (String id : filter.events()) {
            Integer position = catalogue.position(id);
            if (position != null) {
                positions.add(position);
            }
        }
        return positions;
    }

    private Optional<Integer> position(EventEntry entry) {
        return Optional.ofNullable(catalogue.position(entry.id()));
    }
}
