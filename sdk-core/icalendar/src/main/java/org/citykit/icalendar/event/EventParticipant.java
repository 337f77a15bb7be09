package org.citykit.icalendar.event;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A PARTICIPANT: who speaks, performs or pays (RFC 9073 §7.1).
 *
 * @param type PARTICIPANT-TYPE in upper case, as {@code SPEAKER}; empty text where there is none
 * @param names its SUMMARY or NAME with the language
 * @param address its CALENDAR-ADDRESS, or empty
 * @param url its URL, or empty
 */
public record EventParticipant(String type, List<EventText> names, Optional<String> address, Optional<String> url) {

    /** Copies the names and checks that nothing is missing. */
    public EventParticipant {
        Objects.requireNonNull(type, "type");
        names = List.copyOf(names);
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(url, "url");
    }
}
