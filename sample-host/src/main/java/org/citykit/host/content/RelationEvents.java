package org.citykit.host.content;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citykit.events.EventEntry;
import org.citykit.events.EventIndex;
import org.citykit.host.view.Address;
import org.citykit.host.view.RelationView;
import org.citykit.twinning.Relation;

/** Finds the events of a relation. An event names agreements, or the relation, by id. */
final class RelationEvents {
    private final EventIndex events;
    private final Phrasing phrasing;

    RelationEvents(EventIndex events, Phrasing phrasing) {
        this.events = events;
        this.phrasing = phrasing;
    }

    List<RelationView.Further> of(Relation relation) {
        Set<String> ids = new HashSet<>();
        ids.add(relation.id());
        relation.agreements().forEach(agreement -> ids.add(agreement.value().id()));
        return events.entries().stream()
                .filter(entry -> entry.event().agreements().stream().anyMatch(ids::contains))
                .map(this::further)
                .toList();
    }

    private RelationView.Further further(EventEntry entry) {
        LocalDate day = entry.event().when().localStart().toLocalDate();
        return new RelationView.Further(
                Address.of(phrasing.language(), "events", entry.id()).toString(),
                phrasing.passage(entry.event().title()),
                phrasing.dates().day(day));
    }
}
