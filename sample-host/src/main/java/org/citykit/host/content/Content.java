package org.citykit.host.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.citykit.host.language.Language;
import org.citykit.host.view.AlertCard;
import org.citykit.host.view.AlertView;
import org.citykit.host.view.AlertsView;
import org.citykit.host.view.EventView;
import org.citykit.host.view.EventsView;
import org.citykit.host.view.HomeView;
import org.citykit.host.view.NetworkCard;
import org.citykit.host.view.RelationView;
import org.citykit.host.view.RelationsView;

/**
 * What the pages show, for one language at a time. Read from worker threads; implementations are thread-safe and answer
 * from memory.
 */
public interface Content {
    /** The city's name. */
    String city(Language language);

    /** The first page. */
    HomeView home(Language language);

    /** Relations that fit a search; empty if the page asked for is beyond the last. */
    Optional<RelationsView> relations(Language language, RelationSearch search);

    /** One relation. */
    Optional<RelationView> relation(Language language, String id);

    /** All networks. */
    List<NetworkCard> networks(Language language);

    /** The events of a month. */
    EventsView events(Language language, EventSearch search);

    /**
     * One event.
     *
     * @param on which of its days; absent for the next one
     */
    Optional<EventView> event(Language language, String id, Optional<LocalDate> on);

    /** An event for search engines: JSON-LD that may stand in a script element as it is. */
    Optional<String> linkedData(Language language, String id);

    /** What an event was called that was withdrawn. */
    Optional<String> withdrawn(Language language, String id);

    /** The alerts in force, worst first. */
    List<AlertCard> alertsInForce(Language language);

    /** All alerts. */
    AlertsView alerts(Language language);

    /** One alert. */
    Optional<AlertView> alert(Language language, String id);
}
