package org.citykit.events;

import java.util.List;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Revision;
import org.citykit.api.events.CalendarEvent;

/**
 * What one module's calendar holds, as it was fetched last.
 *
 * @param module the module's id, not empty
 * @param revision names this state
 * @param events any number, in any order
 */
public record CalendarSnapshot(String module, Revision revision, List<CalendarEvent> events) {
    public CalendarSnapshot {
        if (module.isBlank()) {
            throw new InvalidValueException("module", "must name the module that holds the events");
        }
        events = List.copyOf(events);
    }
}
