package org.citykit.host.view;

import java.util.List;
import java.util.Optional;

/**
 * The events of a span of days.
 *
 * @param layouts how they can be laid out
 * @param layout how they are, as addresses write it
 * @param period what the span is called
 * @param otherPeriods what it is in the other calendars
 * @param day the day that was asked for, ISO 8601, or empty
 * @param previous to the span before
 * @param current to the span that is now; absent if it is this one
 * @param next to the span after
 * @param text the words looked for
 * @param selects what else can be looked for
 * @param filtered true if anything is looked for
 * @param reset to the same without a filter
 * @param found how many there are, in words
 * @param grid of a month, the month as a table
 * @param days the days on which something begins; of a week and a day every day, with all that takes place on it
 * @param ongoing what began before the span and stands on none of the days
 * @param subscription where programs find them
 * @param zone whose local times are shown
 */
public record EventsView(
        List<LayoutLink> layouts,
        String layout,
        String period,
        List<String> otherPeriods,
        String day,
        Optional<Link> previous,
        Optional<Link> current,
        Optional<Link> next,
        String text,
        List<Select> selects,
        boolean filtered,
        String reset,
        String found,
        Optional<MonthGrid> grid,
        List<EventDay> days,
        List<EventCard> ongoing,
        Subscription subscription,
        String zone) {
    /**
     * To another layout.
     *
     * @param href its address
     * @param label what it is called
     * @param current true if it is this one
     */
    public record LayoutLink(String href, String label, boolean current) {}

    public EventsView {
        layouts = List.copyOf(layouts);
        otherPeriods = List.copyOf(otherPeriods);
        selects = List.copyOf(selects);
        ongoing = List.copyOf(ongoing);
        days = List.copyOf(days);
    }

    /** True if something goes on that began before. */
    public boolean goesOn() {
        return !ongoing.isEmpty();
    }

    /** True if a day was asked for. */
    public boolean dated() {
        return !day.isEmpty();
    }

    /** True if nothing takes place. */
    public boolean quiet() {
        return days.stream().allMatch(EventDay::quiet) && ongoing.isEmpty();
    }

    /** True if the month is also shown as a table, where there is room. */
    public boolean tabular() {
        return grid.isPresent();
    }
}
