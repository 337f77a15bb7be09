package org.citykit.events;

import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.Place;
import org.citykit.text.SearchWords;
import org.citykit.text.TokenIndex;
import org.jspecify.annotations.Nullable;

/** The words of all events, and those of their places; gathered at the first search. Thread-safe. */
final class EventWords {
    private final List<EventEntry> entries;
    private @Nullable TokenIndex all;
    private @Nullable TokenIndex places;

    EventWords(List<EventEntry> entries) {
        this.entries = entries;
    }

    /** The positions of the events that hold some words. */
    BitSet find(SearchWords wanted) {
        return find(wanted, all());
    }

    /** The positions of the events whose places hold some words. */
    BitSet findPlaces(SearchWords wanted) {
        return find(wanted, places());
    }

    private static BitSet find(SearchWords wanted, TokenIndex tokens) {
        return wanted.find((token, unfinished) -> {
            BitSet holders = new BitSet();
            tokens.collect(token, unfinished, holders);
            return holders;
        });
    }

    private synchronized TokenIndex all() {
        TokenIndex made = all;
        if (made == null) {
            made = made(EventWords::add);
            all = made;
        }
        return made;
    }

    private synchronized TokenIndex places() {
        TokenIndex made = places;
        if (made == null) {
            made = made((event, texts) -> event.place().ifPresent(place -> add(place, texts)));
            places = made;
        }
        return made;
    }

    private TokenIndex made(BiConsumer<CalendarEvent, Words> words) {
        TokenIndex.Builder builder = new TokenIndex.Builder();
        for (int i = 0; i < entries.size(); i++) {
            int position = i;
            Words into = text -> builder.add(position, text);
            entries.get(i).sources().forEach(source -> words.accept(source.event(), into));
        }
        return builder.build();
    }

    private static void add(CalendarEvent event, Words into) {
        into.add(event.title());
        event.description().ifPresent(into::add);
        event.place().ifPresent(place -> add(place, into));
        event.organizer().ifPresent(into::add);
        event.tags().forEach(into::add);
    }

    private static void add(Place place, Words into) {
        into.add(place.name());
        place.address().ifPresent(into::add);
    }

    /** Takes texts. */
    private interface Words {
        void add(String text);

        default void add(Text text) {
            text.texts().values().forEach(this::add);
        }
    }
}
