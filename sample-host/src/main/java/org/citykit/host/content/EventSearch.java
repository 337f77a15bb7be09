package org.citykit.host.content;

import java.time.LocalDate;
import java.util.Optional;
import org.citykit.api.events.EventKind;

/**
 * Which events a reader wants to see.
 *
 * @param text words, or empty
 * @param kind what kind
 * @param on a day of the month to show, in the first calendar of the reader's language; absent for the month that is now
 */
public record EventSearch(String text, Optional<EventKind> kind, Optional<LocalDate> on) {
    /** True if it does not ask for all. */
    public boolean filtered() {
        return !text.isBlank() || kind.isPresent();
    }
}
