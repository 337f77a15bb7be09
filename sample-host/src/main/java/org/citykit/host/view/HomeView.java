package org.citykit.host.view;

import java.util.List;
import java.util.Optional;

/**
 * The first page.
 *
 * @param title what the page is called
 * @param today today
 * @param alerts those that hold now, worst first
 * @param events the next ones
 * @param ongoing some that go on
 * @param relations some that hold, newest first
 * @param numbers how much there is
 * @param map where the partner cities lie; absent without coordinates
 */
public record HomeView(
        String title,
        DateView today,
        List<AlertCard> alerts,
        List<EventDay> events,
        List<EventCard> ongoing,
        List<RelationCard> relations,
        List<NumberView> numbers,
        Optional<MapView> map) {
    public HomeView {
        alerts = List.copyOf(alerts);
        events = List.copyOf(events);
        ongoing = List.copyOf(ongoing);
        relations = List.copyOf(relations);
        numbers = List.copyOf(numbers);
    }

    /** True if something goes on. */
    public boolean goesOn() {
        return !ongoing.isEmpty();
    }

    /** True if nothing takes place. */
    public boolean quiet() {
        return events.isEmpty() && ongoing.isEmpty();
    }
}
