package org.citykit.host.content;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.citykit.events.EventFilter;
import org.citykit.events.OccurrenceQuery;

/**
 * Which events a reader wants to see.
 *
 * @param layout how
 * @param on a day in the span of time to show; absent for today
 * @param page which part of a list, from 1
 * @param chosen the parameters of the filter as addresses write them, in their canonical order, without empty ones
 * @param filter the same for the engine
 */
public record EventSearch(
        Layout layout, Optional<LocalDate> on, int page, Map<String, String> chosen, EventFilter filter) {
    public EventSearch {
        chosen = Collections.unmodifiableMap(new LinkedHashMap<>(chosen));
    }

    /** The question for what it asks for, of a question for all. */
    OccurrenceQuery narrow(OccurrenceQuery all) {
        return all.where(filter);
    }

    /** The same for all events. */
    EventSearch withoutFilter() {
        return new EventSearch(layout, on, page, Map.of(), EventFilter.all());
    }

    /** The value of a parameter of the filter, or empty. */
    String chosen(String name) {
        return chosen.getOrDefault(name, "");
    }

    /** True if it does not ask for all. */
    public boolean filtered() {
        return !chosen.isEmpty();
    }
}
