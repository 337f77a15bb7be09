package org.citykit.host.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.events.CalendarEvent;
import org.citykit.twinning.Page;
import org.citykit.twinning.Relation;
import org.citykit.twinning.RelationQuery;
import org.citykit.twinning.TwinningIndex;

/**
 * Which relation an agreement belongs to, for events that name agreements. Immutable.
 *
 * @param index the relations
 * @param relations their ids, by the ids of agreements
 */
record AgreementBook(TwinningIndex index, Map<String, String> relations) {
    private static final int PART = 1_000;

    static AgreementBook of(TwinningIndex index) {
        Map<String, String> relations = new HashMap<>();
        for (int offset = 0; ; offset += PART) {
            Page<Relation> part = index.relations(RelationQuery.all().page(offset, PART));
            part.items()
                    .forEach(relation -> relation.agreements()
                            .forEach(
                                    agreement -> relations.put(agreement.value().id(), relation.id())));
            if (!part.hasNext()) {
                return new AgreementBook(index, relations);
            }
        }
    }

    /** The relations that an event belongs to. */
    List<Relation> relationsOf(CalendarEvent event) {
        return event.agreements().stream()
                .flatMap(id ->
                        Optional.ofNullable(relations.get(id))
                                .flatMap(index::relation)
                                .or(() -> index.relation(id))
                                .stream())
                .distinct()
                .toList();
    }
}
