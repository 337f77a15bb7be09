package org.citykit.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.events.ReplacedOccurrence;

/** Which events replace occurrences of which. Immutable. */
final class Relatives {
    private final Map<Integer, Integer> series = new HashMap<>();
    private final Map<Integer, List<Integer>> replacements = new HashMap<>();

    Relatives(Catalogue catalogue) {
        for (int i = 0; i < catalogue.entries().size(); i++) {
            int position = i;
            EventEntry entry = catalogue.entry(i);
            entry.event()
                    .replaces()
                    .map(ReplacedOccurrence::series)
                    .map(id -> catalogue.position(EventIds.of(entry.module(), id)))
                    .filter(master -> master != position)
                    .ifPresent(master -> {
                        series.put(position, master);
                        replacements
                                .computeIfAbsent(master, first -> new ArrayList<>())
                                .add(position);
                    });
        }
    }

    /** The event of which one replaces an occurrence, if it is there. */
    Optional<Integer> series(int position) {
        return Optional.ofNullable(series.get(position));
    }

    /** The events that replace occurrences of one. */
    List<Integer> replacements(int position) {
        return replacements.getOrDefault(position, List.of());
    }
}
