package org.citykit.events;

import java.util.List;
import java.util.stream.Stream;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.Place;
import org.citykit.text.Folding;
import org.citykit.text.SearchWords;

/**
 * The words of the place of an event.
 *
 * @param tokens folded
 */
record PlaceWords(List<String> tokens) {
    static PlaceWords of(CalendarEvent event) {
        return new PlaceWords(event.place().stream()
                .flatMap(PlaceWords::texts)
                .flatMap(text -> Folding.tokens(text).stream())
                .toList());
    }

    /** True if every word is among them, the last perhaps unfinished. */
    boolean hold(SearchWords wanted) {
        List<String> words = wanted.words();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean unfinished = i == words.size() - 1;
            if (tokens.stream().noneMatch(token -> unfinished ? token.startsWith(word) : token.equals(word))) {
                return false;
            }
        }
        return true;
    }

    private static Stream<String> texts(Place place) {
        return Stream.concat(
                place.name().texts().values().stream(),
                place.address().stream().flatMap(address -> address.texts().values().stream()));
    }
}
