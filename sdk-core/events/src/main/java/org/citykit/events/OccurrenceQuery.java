package org.citykit.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.citykit.api.Audience;
import org.citykit.api.events.EventKind;
import org.citykit.api.events.Place;
import org.citykit.text.SearchWords;

/** A question for occurrences. Immutable: every method gives a narrower question. Thread-safe. */
public final class OccurrenceQuery {
    /** The most occurrences in one answer, and of one event. */
    public static final int MOST = 10_000;

    private final EventIndex index;
    private final Instant from;
    private final Instant to;
    private final Predicate<Occurrence> wanted;
    private final int skipped;
    private final int most;

    OccurrenceQuery(EventIndex index, Instant from, Instant to) {
        this(index, from, to, every -> true, 0, MOST);
    }

    private OccurrenceQuery(
            EventIndex index, Instant from, Instant to, Predicate<Occurrence> wanted, int skipped, int most) {
        this.index = index;
        this.from = from;
        this.to = to;
        this.wanted = wanted;
        this.skipped = skipped;
        this.most = most;
    }

    /** Only these kinds; all for none. */
    public OccurrenceQuery ofKind(EventKind... kinds) {
        return ofKinds(List.of(kinds));
    }

    /** Only these kinds; all for none. */
    public OccurrenceQuery ofKinds(Collection<EventKind> kinds) {
        Set<EventKind> set = kinds.isEmpty() ? EnumSet.allOf(EventKind.class) : EnumSet.copyOf(kinds);
        return and(occurrence -> set.contains(occurrence.event().kind()));
    }

    /** Only events whose title, description or place holds every word in any language; all for an empty text. */
    public OccurrenceQuery matching(String text) {
        SearchWords words = SearchWords.of(text);
        if (words.isEmpty()) {
            return this;
        }
        BitSet holders = index.withWords(words);
        return and(occurrence -> {
            int position = index.position(occurrence.entry());
            return position >= 0 && holders.get(position);
        });
    }

    /** Only events at a place whose name or address holds every word; all for an empty text. */
    public OccurrenceQuery at(String place) {
        SearchWords words = SearchWords.of(place);
        return words.isEmpty()
                ? this
                : and(occurrence -> PlaceWords.of(occurrence.event()).hold(words));
    }

    /** Only events for an audience, or for everyone. */
    public OccurrenceQuery forAudience(Audience audience) {
        return and(occurrence -> occurrence.event().audiences().isEmpty()
                || occurrence.event().audiences().contains(audience)
                || occurrence.event().audiences().contains(Audience.EVERYONE));
    }

    /** Only events of a module. */
    public OccurrenceQuery from(String module) {
        return and(occurrence -> occurrence.entry().module().equals(module));
    }

    /** Only the event with an id, and the occurrences that others replace of it. */
    public OccurrenceQuery of(String id) {
        return and(occurrence -> occurrence.entry().id().equals(id)
                || occurrence.series().map(EventEntry::id).equals(Optional.of(id)));
    }

    /** Only the first so many. */
    public OccurrenceQuery limit(int count) {
        return page(skipped, count);
    }

    /** Leaves out the first so many, and gives so many at most; between 0 and {@link #MOST}. */
    public OccurrenceQuery page(int offset, int count) {
        return new OccurrenceQuery(index, from, to, wanted, Math.max(0, offset), Math.min(MOST, Math.max(0, count)));
    }

    /** The occurrences in order of time. */
    public List<Occurrence> list() {
        return find().occurrences();
    }

    /** The occurrences in order of time, how many there are, and whether the budget ended first. */
    public Occurrences find() {
        List<Occurrence> all = new ArrayList<>();
        boolean truncated = to.isAfter(from) && index.collect(from, to, all);
        all.removeIf(wanted.negate());
        int first = Math.min(skipped, all.size());
        int last = Math.min(all.size(), first + most);
        return new Occurrences(all.subList(first, last), all.size(), truncated);
    }

    /** How many occurrences there are of each kind. */
    public Map<EventKind, Integer> kinds() {
        Map<EventKind, Integer> counts = new EnumMap<>(EventKind.class);
        page(0, MOST)
                .list()
                .forEach(occurrence -> counts.merge(occurrence.event().kind(), 1, Integer::sum));
        return counts;
    }

    /** How many occurrences there are at each place, by the original name of the place. */
    public Map<String, Integer> places() {
        Map<String, Integer> counts = new TreeMap<>();
        page(0, MOST)
                .list()
                .forEach(occurrence -> occurrence
                        .event()
                        .place()
                        .map(Place::name)
                        .ifPresent(name -> counts.merge(name.original(), 1, Integer::sum)));
        return counts;
    }

    private OccurrenceQuery and(Predicate<Occurrence> more) {
        return new OccurrenceQuery(index, from, to, wanted.and(more), skipped, most);
    }
}
