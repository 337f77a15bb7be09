package org.citykit.events;

import org.citykit.api.events.CalendarEvent;

/**
 * One calendar's word on an event.
 *
 * @param id identifies the event as this calendar has it; {@link EventIndex#event} finds the merged one by it
 * @param module the module's id
 * @param event what the calendar says
 */
public record EventSource(String id, String module, CalendarEvent event) {}
