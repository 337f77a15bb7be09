package org.citykit.host.view;

import java.util.List;
import java.util.Optional;

/**
 * The events of a month.
 *
 * @param month its name and year
 * @param otherMonths what it is in the other calendars
 * @param day a day in it, ISO 8601, that stands in the addresses
 * @param previous to the month before
 * @param current to the month that is now; absent if it is this one
 * @param next to the month after
 * @param text the words looked for
 * @param kind the kind looked for
 * @param filtered true if anything is looked for
 * @param found how many there are, in words
 * @param grid the month as a table
 * @param days the days on which something takes place
 * @param ongoing what began before the month
 * @param zone whose local times are shown
 */
public record EventsView(
        String month,
        List<String> otherMonths,
        String day,
        Link previous,
        Optional<Link> current,
        Link next,
        String text,
        Select kind,
        boolean filtered,
        String found,
        MonthGrid grid,
        List<EventDay> days,
        List<EventCard> ongoing,
        String zone) {
    public EventsView {
        otherMonths = List.copyOf(otherMonths);
        ongoing = List.copyOf(ongoing);
        days = List.copyOf(days);
    }

    /** True if something goes on that began before. */
    public boolean goesOn() {
        return !ongoing.isEmpty();
    }

    /** True if nothing takes place. */
    public boolean quiet() {
        return days.isEmpty() && ongoing.isEmpty();
    }
}
