package org.citykit.icalendar.event;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A VLOCATION: a place of its own with more than a name (RFC 9073 §7.2).
 *
 * @param names its NAME with the language, usually one
 * @param place its GEO, or empty
 * @param types its LOCATION-TYPE, as {@code library} (RFC 4589)
 * @param url its URL, or empty
 * @param data its STRUCTURED-DATA
 */
public record EventVenue(
        List<EventText> names,
        Optional<EventPlace> place,
        List<String> types,
        Optional<String> url,
        List<EventLink> data) {

    /** Copies the lists and checks that nothing is missing. */
    public EventVenue {
        names = List.copyOf(names);
        Objects.requireNonNull(place, "place");
        types = List.copyOf(types);
        Objects.requireNonNull(url, "url");
        data = List.copyOf(data);
    }
}
