package org.citykit.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All events by their positions, and by every id that any calendar gives them. Immutable once built. */
final class Catalogue {
    private final List<EventEntry> entries;
    private final Map<String, Integer> positions;

    private Catalogue(List<EventEntry> entries, Map<String, Integer> positions) {
        this.entries = entries;
        this.positions = positions;
    }

    /**
     * A catalogue of events; an id that is given twice means the first.
     *
     * @param otherIds ids under which some of them are found too
     * @param successors ids that only count where nothing else has them
     */
    static Catalogue of(List<EventEntry> entries, Map<String, String> otherIds, Map<String, String> successors) {
        Map<String, Integer> positions = new HashMap<>(entries.size() * 2);
        for (int i = 0; i < entries.size(); i++) {
            positions.putIfAbsent(entries.get(i).id(), i);
        }
        alias(positions, otherIds);
        alias(positions, successors);
        return new Catalogue(List.copyOf(entries), positions);
    }

    private static void alias(Map<String, Integer> positions, Map<String, String> others) {
        others.forEach((other, id) -> {
            Integer position = positions.get(id);
            if (position != null) {
                positions.putIfAbsent(other, position);
            }
        });
    }

    List<EventEntry> entries() {
        return entries;
    }

    EventEntry entry(int position) {
        return entries.get(position);
    }

    Optional<EventEntry> find(String id) {
        return Optional.ofNullable(positions.get(id)).map(entries::get);
    }

    @Nullable
    Integer position(String id) {
        return positions.get(id);
    }

    /** For each event, its place in the order of ids. */
    int[] ranks() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            order.add(i);
        }
        order.sort((a, b) -> entries.get(a).id().compareTo(entries.get(b).id()));
        int[] ranks = new int[entries.size()];
        for (int rank = 0; rank < ranks.length; rank++) {
            ranks[order.get(rank)] = rank;
        }
        return ranks;
    }
}
