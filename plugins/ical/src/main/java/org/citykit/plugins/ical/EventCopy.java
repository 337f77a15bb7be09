package org.citykit.plugins.ical;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.event.VEvent;
import org.citykit.icalendar.time.DateOrDateTime;

/**
 * One VEVENT of one input: an event, one of its revisions, or its wording in one language.
 *
 * @param origin the calendar that it stands in
 * @param event its typed view
 * @param start its DTSTART
 */
record EventCopy(Origin origin, VEvent event, DateOrDateTime start) {
    private static final Set<String> HIDDEN = Set.of("PRIVATE", "CONFIDENTIAL");

    /** The newest first; of equals the one that was read first. */
    static final Comparator<EventCopy> NEWEST = Comparator.comparing(
                    (EventCopy copy) -> copy.event().sequence())
            .thenComparing(copy -> copy.changed().orElse(Instant.MIN))
            .reversed();

    Component component() {
        return event.component();
    }

    int line() {
        return component().line();
    }

    /** LAST-MODIFIED, or else DTSTAMP. */
    Optional<Instant> changed() {
        return event.lastModified().or(event::stamp);
    }

    /** SEQUENCE, if it counts its revisions. */
    Optional<Integer> sequence() {
        return component().property("SEQUENCE").map(written -> event.sequence());
    }

    /** True for what its CLASS keeps from the public (RFC 5545 §3.8.1.3). */
    boolean hidden() {
        return component()
                .property("CLASS")
                .map(property -> property.value().strip().toUpperCase(Locale.ROOT))
                .filter(HIDDEN::contains)
                .isPresent();
    }

    /** True if it has rules or further dates, whether or not they can be followed. */
    boolean recurs() {
        return component().property("RRULE").isPresent()
                || component().property("RDATE").isPresent();
    }
}
