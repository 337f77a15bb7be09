package org.citykit.events;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.Place;
import org.citykit.text.SearchWords;
import org.citykit.text.TokenIndex;
import org.jspecify.annotations.Nullable;

/** The words of all events; gathered at the first search. Thread-safe. */
final class EventWords {
    private final List<EventEntry> entries;
    private final Map<String, Integer> positions = new HashMap<>();
    private @Nullable TokenIndex index;

    EventWords(List<EventEntry> entries) {
        this.entries = entries;
        for (int i = 0; i < entries.size(); i++) {
            positions.put(entries.get(i).id(), i);
        }
    }

    int position(EventEntry entry) {
        return positions.getOrDefault(entry.id(), -1);
    }

    BitSet find(SearchWords wanted) {
        TokenIndex tokens = index();
        return wanted.find((token, unfinished) -> {
            BitSet holders = new BitSet();
            tokens.collect(token, unfinished, holders);
            return holders;
        });
    }

    private synchronized TokenIndex index() {
        TokenIndex made = index;
        if (made == null) {
            TokenIndex.Builder builder = new TokenIndex.Builder();
            for (int i = 0; i < entries.size(); i++) {
                add(builder, i, entries.get(i).event());
            }
            made = builder.build();
            index = made;
        }
        return made;
    }

    private static void add(TokenIndex.Builder builder, int position, CalendarEvent event) {
        add(builder, position, event.title());
        event.description().ifPresent(text -> add(builder, position, text));
        event.place().map(Place::name).ifPresent(text -> add(builder, position, text));
        event.place().flatMap(Place::address).ifPresent(text -> add(builder, position, text));
    }

    private static void add(TokenIndex.Builder builder, int position, Text text) {
        text.texts().values().forEach(wording -> builder.add(position, wording));
    }
}
