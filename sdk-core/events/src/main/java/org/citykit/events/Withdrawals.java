package org.citykit.events;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What calendars held once. Immutable. */
final class Withdrawals {
    private final Map<String, WithdrawnEvent> byId = new LinkedHashMap<>();
    private final Map<String, String> successors = new LinkedHashMap<>();

    Withdrawals(List<CalendarSnapshot> snapshots, Merger merger) {
        for (CalendarSnapshot snapshot : snapshots) {
            for (WithdrawnEvent gone : snapshot.withdrawn()) {
                byId.put(gone.id(), gone);
                merger.successor(gone).ifPresent(id -> successors.put(gone.id(), id));
            }
        }
    }

    /** Everything. */
    Collection<WithdrawnEvent> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** What was held under an id. */
    Optional<WithdrawnEvent> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The ids of events that a calendar holds under another id now, or another calendar still holds. */
    Map<String, String> successors() {
        return successors;
    }
}
