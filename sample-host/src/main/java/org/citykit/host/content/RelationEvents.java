package org.citykit.host.content;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citykit.api.events.EventTime;
import org.citykit.events.EventEntry;
import org.citykit.events.EventIndex;
import org.citykit.host.view.Address;
import org.citykit.host.view.DateView;
import org.citykit.host.view.RelationView;
import org.citykit.twinning.Relation;

/** Finds the next events of a relation. An event names agreements, or the relation, by id. */
final class RelationEvents {
    private static final int MOST = 5;

    private final EventIndex events;
    private final Phrasing phrasing;
    private final LocalDate today;

    RelationEvents(EventIndex events, Phrasing phrasing, LocalDate today) {
        this.events = events;
        this.phrasing = phrasing;
        this.today = today;
    }

    List<RelationView.Further> of(Relation relation) {
        Set<String> ids = new HashSet<>();
        ids.add(relation.id());
        relation.agreements().forEach(agreement -> ids.add(agreement.value().id()));
        return events.entries().stream()
                .filter(entry -> entry.event().agreements().stream().anyMatch(ids::contains))
                .filter(entry -> !lastDay(entry).isBefore(today))
                .sorted(Comparator.comparing(RelationEvents::firstDay))
                .limit(MOST)
                .map(this::further)
                .toList();
    }

    private RelationView.Further further(EventEntry entry) {
        return new RelationView.Further(
                Address.of(phrasing.language(), "events", entry.id()).toString(),
                phrasing.passage(entry.event().title()),
                date(entry));
    }

    private DateView date(EventEntry entry) {
        LocalDate first = firstDay(entry);
        return entry.event().recurrence().isPresent()
                ? phrasing.dates().day(first)
                : phrasing.dates().days(first, lastDay(entry));
    }

    private static LocalDate firstDay(EventEntry entry) {
        return entry.event().when().localStart().toLocalDate();
    }

    /** The last day of its first time; of a recurring event, as late as can be. */
    private static LocalDate lastDay(EventEntry entry) {
        if (entry.event().recurrence().isPresent()) {
            return LocalDate.MAX;
        }
        EventTime when = entry.event().when();
        return when instanceof EventTime.AllDay days
                ? days.end().minusDays(1)
                : ((EventTime.Timed) when).end().toLocalDate();
    }
}
