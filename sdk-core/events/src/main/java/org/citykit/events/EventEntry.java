package org.citykit.events;

import java.util.List;
import org.citykit.api.events.CalendarEvent;

/**
 * An event and the calendars that tell of it. Where several tell of one, the first of them in the order of the portal's
 * modules is believed. Immutable.
 *
 * @param id identifies it in the portal: ASCII letters, digits, hyphens, dots and underscores, the same at every build
 * @param module the id of the module that is believed
 * @param event what that module's calendar says
 * @param sources all that tell of it, at least one, the one that is believed first
 */
public record EventEntry(String id, String module, CalendarEvent event, List<EventSource> sources) {
    public EventEntry {
        sources = List.copyOf(sources);
    }

    static EventEntry of(List<EventSource> sources) {
        EventSource believed = sources.get(0);
        return new EventEntry(believed.id(), believed.module(), believed.event(), sources);
    }
}
