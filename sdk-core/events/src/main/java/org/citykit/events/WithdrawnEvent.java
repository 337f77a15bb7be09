package org.citykit.events;

import java.time.Instant;
import java.util.List;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.Recurrence;

/**
 * An event that was in a calendar once and is no more. Immutable.
 *
 * @param id identifies the event in the portal, as {@link EventEntry#id} did
 * @param module the id of the module that held it
 * @param event what is left of it: its title, when it would take place, and what tells it from others
 * @param noticed when it was first missed
 */
public record WithdrawnEvent(String id, String module, CalendarEvent event, Instant noticed) {
    /**
     * What is left of an event that a module no longer holds.
     *
     * @param noticed when it was first missed
     */
    public static WithdrawnEvent of(String module, CalendarEvent event, Instant noticed) {
        CalendarEvent.Draft rest =
                CalendarEvent.of(event.id()).title(event.title()).changed(noticed);
        event.uid().ifPresent(rest::uid);
        event.replaces().ifPresent(rest::replaces);
        event.recurrence().map(WithdrawnEvent::shortened).ifPresent(rest::recurrence);
        return new WithdrawnEvent(EventIds.of(module, event.id()), module, rest.when(event.when()), noticed);
    }

    /** True if it would come again. */
    public boolean recurring() {
        return event.recurrence().isPresent();
    }

    private static Recurrence shortened(Recurrence recurrence) {
        return recurrence.rules().isEmpty()
                ? new Recurrence(List.of(), recurrence.added().subList(0, 1), List.of())
                : new Recurrence(recurrence.rules(), List.of(), List.of());
    }
}
