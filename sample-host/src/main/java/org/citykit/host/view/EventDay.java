package org.citykit.host.view;

import java.util.List;

/**
 * What takes place on one day.
 *
 * @param anchor names the day within the page
 * @param date the day
 * @param number its number in the month
 * @param weekday its name in the week
 * @param today true if it is today
 * @param events what takes place, in order
 */
public record EventDay(
        String anchor, DateView date, String number, String weekday, boolean today, List<EventCard> events) {
    public EventDay {
        events = List.copyOf(events);
    }

    /** True if nothing takes place. */
    public boolean quiet() {
        return events.isEmpty();
    }
}
