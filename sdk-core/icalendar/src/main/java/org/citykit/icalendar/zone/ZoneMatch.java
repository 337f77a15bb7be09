package org.citykit.icalendar.zone;

import java.util.Objects;
import org.citykit.icalendar.time.CalendarZone;

/**
 * The zone that was found for a TZID.
 *
 * @param zone the zone
 * @param how by what it was found
 */
public record ZoneMatch(CalendarZone zone, How how) {

    /** Checks that nothing is missing. */
    public ZoneMatch {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(how, "how");
    }

    /** The ways from a TZID to a zone, from the surest to the loosest. */
    public enum How {
        /** The TZID is an IANA name. */
        IANA,
        /** It is one in other letters, or behind a prefix as {@code /freeassociation.sourceforge.net/}. */
        IANA_REPAIRED,
        /** It is a name that Windows gives to a zone. */
        WINDOWS,
        /** The VTIMEZONE of that TZID names an IANA zone. */
        LOCATION,
        /** The rules were taken from the VTIMEZONE of that TZID. */
        EMBEDDED,
        /** The TZID says no more than an offset. */
        OFFSET
    }
}
