package org.citykit.events;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/** The occurrences of a window among which some events were chosen; counted when asked. Immutable. */
final class Answer {
    private final Catalogue catalogue;
    private final Expander expander;
    private final EventTable table;
    private final List<Stretch> stretches;
    private final Span span;
    private final Selection selection;

    Answer(
            Catalogue catalogue,
            Expander expander,
            EventTable table,
            List<Stretch> stretches,
            Span span,
            Selection selection) {
        this.catalogue = catalogue;
        this.expander = expander;
        this.table = table;
        this.stretches = stretches;
        this.span = span;
        this.selection = selection;
    }

    /** One page, and how many there are. */
    Occurrences page(int skipped, int most) {
        List<Occurrence> page = new ArrayList<>();
        long last = (long) skipped + most;
        int[] seen = new int[1];
        walk((stretch, at) -> {
            if (selection.holds(stretch.entry(at))) {
                if (seen[0] >= skipped && seen[0] < last) {
                    page.add(expander.occurrence(stretch, at));
                }
                seen[0]++;
            }
        });
        return new Occurrences(page, seen[0], truncated());
    }

    /** The events, each once. */
    List<EventEntry> entries() {
        Set<Integer> positions = new LinkedHashSet<>();
        walk((stretch, at) -> {
            if (selection.holds(stretch.entry(at))) {
                positions.add(stretch.entry(at));
            }
        });
        return positions.stream().map(catalogue::entry).toList();
    }

    EventFacets facets() {
        FacetCount count = new FacetCount(table, selection);
        walk((stretch, at) -> count.add(stretch.entry(at)));
        return count.facets(truncated());
    }

    private boolean truncated() {
        return stretches.stream().anyMatch(Stretch::truncated);
    }

    private void walk(Visitor visitor) {
        boolean first = true;
        for (Stretch stretch : stretches) {
            boolean carried = first;
            first = false;
            IntConsumer visit = at -> visitor.visit(stretch, at);
            stretch.within(span, carried, visit);
        }
    }

    private interface Visitor {
        void visit(Stretch stretch, int at);
    }
}
