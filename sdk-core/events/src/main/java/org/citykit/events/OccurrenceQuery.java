package org.citykit.events;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.citykit.api.Audience;
import org.citykit.api.events.EventKind;

/**
 * A question for the occurrences in a window of time. Immutable: every method gives another question. Thread-safe.
 *
 * <p>Each method that filters sets one component of the {@link EventFilter}; said again, it replaces what was said
 * before. Answers come in order of time, whole days first, and in the same order every time.
 */
public final class OccurrenceQuery {
    private final EventIndex index;
    private final Instant from;
    private final Instant to;
    private final EventFilter filter;
    private final int skipped;
    private final int most;

    OccurrenceQuery(EventIndex index, Instant from, Instant to) {
        this(index, from, to, EventFilter.all(), 0, Integer.MAX_VALUE);
    }

    private OccurrenceQuery(EventIndex index, Instant from, Instant to, EventFilter filter, int skipped, int most) {
        this.index = index;
        this.from = from;
        this.to = to;
        this.filter = filter;
        this.skipped = skipped;
        this.most = most;
    }

    /** What is wanted. */
    public EventFilter filter() {
        return filter;
    }

    /** Only what fits a filter; nothing that was said before counts. */
    public OccurrenceQuery where(EventFilter wanted) {
        return new OccurrenceQuery(index, from, to, wanted, skipped, most);
    }

    /** Only these kinds; all for none. */
    public OccurrenceQuery ofKind(EventKind... kinds) {
        return ofKinds(List.of(kinds));
    }

    /** Only these kinds; all for none. */
    public OccurrenceQuery ofKinds(Collection<EventKind> kinds) {
        return where(filter.ofKinds(kinds));
    }

    /** Only events whose title, description, place, organizer or tags hold every word; all for an empty text. */
    public OccurrenceQuery matching(String text) {
        return where(filter.matching(text));
    }

    /** Only events at a place whose name or address holds every word; all for an empty text. */
    public OccurrenceQuery at(String place) {
        return where(filter.at(place));
    }

    /** Only events at these places, by the keys that {@link EventFacets} gives; all for none. */
    public OccurrenceQuery atPlaces(Collection<String> keys) {
        return where(filter.atPlaces(keys));
    }

    /** Only events near a point; those without coordinates are not. */
    public OccurrenceQuery near(Surroundings surroundings) {
        return where(filter.near(surroundings));
    }

    /** Only events for an audience, or for everyone. */
    public OccurrenceQuery forAudience(Audience audience) {
        return forAudiences(Set.of(audience));
    }

    /** Only events for one of these audiences, or for everyone; all for none. */
    public OccurrenceQuery forAudiences(Collection<Audience> audiences) {
        return where(filter.forAudiences(audiences));
    }

    /** Only events in one of these languages; all for none. */
    public OccurrenceQuery inLanguages(Collection<Locale> languages) {
        return where(filter.inLanguages(languages));
    }

    /** Only events that a module knows of. */
    public OccurrenceQuery from(String module) {
        return fromModules(Set.of(module));
    }

    /** Only events that one of these modules knows of; all for none. */
    public OccurrenceQuery fromModules(Collection<String> modules) {
        return where(filter.fromModules(modules));
    }

    /** Only the event with an id, and the occurrences that others replace of it. */
    public OccurrenceQuery of(String id) {
        return where(filter.ofEvents(Set.of(id)));
    }

    /** Only events that belong to one of these agreements; all for none. */
    public OccurrenceQuery ofAgreements(Collection<String> agreements) {
        return where(filter.ofAgreements(agreements));
    }

    /** Only the first so many. */
    public OccurrenceQuery limit(int count) {
        return page(skipped, count);
    }

    /** Leaves out the first so many, and gives so many at most; negative numbers count as 0. */
    public OccurrenceQuery page(int offset, int count) {
        return new OccurrenceQuery(index, from, to, filter, Math.max(0, offset), Math.max(0, count));
    }

    /** The occurrences in order of time. */
    public List<Occurrence> list() {
        return find().occurrences();
    }

    /** The occurrences in order of time, how many there are, and whether the budget ended first. */
    public Occurrences find() {
        return answer().page(skipped, most);
    }

    /** How many occurrences there are of each value that can be chosen, on all pages. */
    public EventFacets facets() {
        return answer().facets();
    }

    /** The events of the occurrences on all pages, each once, in the order of their first occurrences. */
    public List<EventEntry> events() {
        return answer().entries();
    }

    /** How many occurrences there are of each kind. */
    public Map<EventKind, Integer> kinds() {
        return facets().kinds();
    }

    /** How many occurrences there are at each place, by the original name of the place. */
    public Map<String, Integer> places() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        facets().places().forEach(place -> counts.merge(place.name().original(), place.count(), Integer::sum));
        return counts;
    }

    private Answer answer() {
        return index.answer(from, to, filter);
    }
}
