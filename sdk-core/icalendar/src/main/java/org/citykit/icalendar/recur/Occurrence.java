package org.citykit.icalendar.recur;

import java.util.Objects;
import java.util.Optional;
import org.citykit.icalendar.time.DateOrDateTime;

/**
 * One occurrence of a recurrence set.
 *
 * @param start its start, in the form of DTSTART
 * @param end its end where an RDATE gives it a length of its own, else empty
 */
public record Occurrence(DateOrDateTime start, Optional<DateOrDateTime> end) {

    /** Checks that nothing is missing. */
    public Occurrence {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
    }
}
