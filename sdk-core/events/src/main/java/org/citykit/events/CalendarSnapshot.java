package org.citykit.events;

import java.util.List;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Revision;
import org.citykit.api.events.CalendarEvent;

/**
 * What one module's calendar holds, as it was fetched last.
 *
 * @param module the module's id, not empty
 * @param revision names this state of the events and of what was withdrawn
 * @param events any number, in any order
 * @param withdrawn what it held once
 */
public record CalendarSnapshot(
        String module, Revision revision, List<CalendarEvent> events, List<WithdrawnEvent> withdrawn) {
    public CalendarSnapshot {
        if (module.isBlank()) {
            throw new InvalidValueException("module", "must name the module that holds the events");
        }
        events = List.copyOf(events);
        withdrawn = List.copyOf(withdrawn);
    }

    /** What a calendar holds of which nothing was withdrawn. */
    public CalendarSnapshot(String module, Revision revision, List<CalendarEvent> events) {
        this(module, revision, events, List.of());
    }
}
