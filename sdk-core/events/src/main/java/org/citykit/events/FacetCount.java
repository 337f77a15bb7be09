package org.citykit.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citykit.api.Audience;
import org.citykit.api.events.EventKind;
import org.citykit.events.EventFacets.PlaceCount;

/** Counts the occurrences of each value. Confined to one question. */
final class FacetCount {
    private final EventTable table;
    private final int[] kinds;
    private final int[] places;
    private final int[] audiences;
    private final int[] languages;
    private final int[] modules;

    FacetCount(EventTable table) {
        this.table = table;
        kinds = new int[table.kinds().size()];
        places = new int[table.places().size()];
        audiences = new int[table.audiences().size()];
        languages = new int[table.languages().size()];
        modules = new int[table.modules().size()];
    }

    /**
     * Counts an occurrence of an event.
     *
     * @param missed which facet alone keeps it out, as {@link Selection#missed} says
     */
    void add(int event, int missed) {
        count(missed, Selection.KIND, table.kinds(), event, kinds);
        count(missed, Selection.PLACE, table.places(), event, places);
        count(missed, Selection.AUDIENCE, table.audiences(), event, audiences);
        count(missed, Selection.LANGUAGE, table.languages(), event, languages);
        count(missed, Selection.MODULE, table.modules(), event, modules);
    }

    EventFacets facets(boolean truncated) {
        Map<EventKind, Integer> byKind = new EnumMap<>(EventKind.class);
        byKind.putAll(counted(table.kinds(), kinds));
        return new EventFacets(
                byKind,
                mostFirst(counted(table.places(), places), Comparator.naturalOrder()).entrySet().stream()
                        .map(one -> new PlaceCount(one.getKey(), table.placeName(one.getKey()), one.getValue()))
                        .toList(),
                byAudience(),
                mostFirst(counted(table.languages(), languages), Comparator.comparing(Locale::toLanguageTag)),
                counted(table.modules(), modules),
                truncated);
    }

    private static void count(int missed, int facet, Column<?> column, int event, int[] counts) {
        if (missed == Selection.FACETS || missed == facet) {
            for (int value : column.of(event)) {
                counts[value]++;
            }
        }
    }

    /** What is for everyone is for each. */
    private Map<Audience, Integer> byAudience() {
        Map<Audience, Integer> named = new EnumMap<>(Audience.class);
        named.putAll(counted(table.audiences(), audiences));
        int everyone = named.getOrDefault(Audience.EVERYONE, 0);
        named.replaceAll((audience, count) -> audience == Audience.EVERYONE ? count : count + everyone);
        return named;
    }

    private static <V> Map<V, Integer> counted(Column<V> column, int[] counts) {
        Map<V, Integer> found = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                found.put(column.value(i), counts[i]);
            }
        }
        return found;
    }

    private static <V> Map<V, Integer> mostFirst(Map<V, Integer> counts, Comparator<V> equals) {
        List<Map.Entry<V, Integer>> sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(Map.Entry.<V, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey, equals));
        Map<V, Integer> ordered = new LinkedHashMap<>();
        sorted.forEach(one -> ordered.put(one.getKey(), one.getValue()));
        return ordered;
    }
}
