package org.citykit.events;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citykit.api.Audience;
import org.citykit.api.Text;
import org.citykit.api.events.EventKind;

/**
 * How many occurrences in a window there are of each value by which they can be filtered. The values of one component
 * are counted with all the other filters applied but not its own, so that each number is what choosing that value
 * would give. Values without any are left out. Immutable.
 *
 * @param kinds by kind, in the order of the kinds
 * @param places by place, the most frequent first
 * @param audiences by audience, in the order of the audiences; what is for everyone counts for each that is named
 * @param languages by language without regions, the most frequent first
 * @param modules by module, in the order of the portal; what several know of counts for each
 * @param truncated true if a recurring event asked for more work than its budget; then there may be more
 */
public record EventFacets(
        Map<EventKind, Integer> kinds,
        List<PlaceCount> places,
        Map<Audience, Integer> audiences,
        Map<Locale, Integer> languages,
        Map<String, Integer> modules,
        boolean truncated) {
    /**
     * A place and how many occurrences it has.
     *
     * @param key names it in {@link EventFilter#places}; the same in every state of the portal
     * @param name what it is called
     * @param count at least 1
     */
    public record PlaceCount(String key, Text name, int count) {}

    public EventFacets {
        kinds = ordered(kinds);
        places = List.copyOf(places);
        audiences = ordered(audiences);
        languages = ordered(languages);
        modules = ordered(modules);
    }

    private static <K> Map<K, Integer> ordered(Map<K, Integer> counts) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
}
