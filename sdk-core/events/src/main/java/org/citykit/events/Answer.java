package org.citykit.events;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
        int seen = 0;
        for (int part = 0; part < stretches.size(); part++) {
            Stretch stretch = stretches.get(part);
            int end = stretch.firstAt(span.to());
            for (int at = begin(part); at < end; at++) {
                if (selection.holds(stretch.entry(at)) && stretch.meets(at, span)) {
                    if (seen >= skipped && seen < last) {
                        page.add(expander.occurrence(stretch, at));
                    }
                    seen++;
                }
            }
        }
        return new Occurrences(page, seen, truncated());
    }

    /** The events, each once. */
    List<EventEntry> entries() {
        Set<Integer> positions = new LinkedHashSet<>();
        for (int part = 0; part < stretches.size(); part++) {
            Stretch stretch = stretches.get(part);
            int end = stretch.firstAt(span.to());
            for (int at = begin(part); at < end; at++) {
                if (selection.holds(stretch.entry(at)) && stretch.meets(at, span)) {
                    positions.add(stretch.entry(at));
                }
            }
        }
        return positions.stream().map(catalogue::entry).toList();
    }

    EventFacets facets() {
        FacetCount count = new FacetCount(table);
        for (int part = 0; part < stretches.size(); part++) {
            Stretch stretch = stretches.get(part);
            int end = stretch.firstAt(span.to());
            for (int at = begin(part); at < end; at++) {
                int missed = selection.missed(stretch.entry(at));
                if (missed >= 0 && stretch.meets(at, span)) {
                    count.add(stretch.entry(at), missed);
                }
            }
        }
        return count.facets(truncated());
    }

    /** What reaches into a stretch from before was seen in the one before. */
    private int begin(int part) {
        return part == 0 ? 0 : stretches.get(part).carried();
    }

    private boolean truncated() {
        return stretches.stream().anyMatch(Stretch::truncated);
    }
}
