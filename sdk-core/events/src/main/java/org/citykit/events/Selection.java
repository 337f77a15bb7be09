package org.citykit.events;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.citykit.api.Audience;
import org.citykit.text.SearchWords;
import org.jspecify.annotations.Nullable;

/** The events that fit a filter, and those that miss it in one facet alone. Immutable. */
final class Selection {
    /** The facets by which filters are counted. */
    static final int KIND = 0;

    static final int PLACE = 1;
    static final int AUDIENCE = 2;
    static final int LANGUAGE = 3;
    static final int MODULE = 4;
    /** How many facets there are. */
    static final int FACETS = 5;

    private static final int NOT = -1;

    private @Nullable BitSet base;
    private final @Nullable BitSet[] facets = new BitSet[FACETS];
    private @Nullable BitSet all;

    private Selection() {}

    static Selection of(EventFilter filter, EventTable table, EventWords words) {
        Selection selection = new Selection();
        selection.words(filter, words);
        filter.near().ifPresent(near -> selection.require(table.near(near)));
        selection.require(table.agreements(), filter.agreements());
        selection.require(table.statuses(), filter.statuses());
        selection.require(table.tags(), filter.tags());
        selection.choose(KIND, table.kinds(), filter.kinds());
        selection.choose(PLACE, table.places(), filter.places());
        selection.choose(AUDIENCE, table.audiences(), withEveryone(filter.audiences()));
        selection.choose(
                LANGUAGE,
                table.languages(),
                filter.languages().stream().map(EventTable::withoutRegion).collect(Collectors.toSet()));
        selection.choose(MODULE, table.modules(), filter.modules());
        selection.join();
        return selection;
    }

    /** True if an event fits. */
    boolean holds(int event) {
        return all == null || all.get(event);
    }

    /**
     * Which facet alone keeps an event out.
     *
     * @return -1 if more than one does or something else, the number of facets if none does
     */
    int missed(int event) {
        if (base != null && !base.get(event)) {
            return NOT;
        }
        int missed = facets.length;
        for (int i = 0; i < facets.length; i++) {
            BitSet facet = facets[i];
            if (facet != null && !facet.get(event)) {
                if (missed != facets.length) {
                    return NOT;
                }
                missed = i;
            }
        }
        return missed;
    }

    private void words(EventFilter filter, EventWords words) {
        SearchWords text = SearchWords.of(filter.text());
        if (!text.isEmpty()) {
            require(words.find(text));
        }
        SearchWords place = SearchWords.of(filter.placeWords());
        if (!place.isEmpty()) {
            require(words.findPlaces(place));
        }
    }

    private <V> void require(Column<V> column, Set<V> wanted) {
        if (!wanted.isEmpty()) {
            require(column.with(wanted));
        }
    }

    private void require(BitSet events) {
        if (base == null) {
            base = events;
        } else {
            base.and(events);
        }
    }

    private <V> void choose(int facet, Column<V> column, Collection<V> wanted) {
        if (!wanted.isEmpty()) {
            facets[facet] = column.with(wanted);
        }
    }

    private void join() {
        for (BitSet facet : facets) {
            if (facet != null) {
                if (all == null) {
                    all = (BitSet) facet.clone();
                } else {
                    all.and(facet);
                }
            }
        }
        if (base != null && all != null) {
            all.and(base);
        } else if (base != null) {
            all = base;
        }
    }

    private static Set<Audience> withEveryone(Set<Audience> wanted) {
        if (wanted.isEmpty()) {
            return wanted;
        }
        Set<Audience> all = new HashSet<>(wanted);
        all.addAll(List.of(Audience.EVERYONE));
        return all;
    }
}
