package org.citykit.host.publish;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * For which years dates are written out where a rule cannot be published. It moves once a year, so that what is
 * published stays the same in between.
 *
 * @param zone the portal's
 * @param year the year that is now
 */
record Horizon(ZoneId zone, int year) {
    private static final int YEARS_BACK = 10;
    private static final int YEARS_AHEAD = 6;

    static Horizon now(Clock clock, ZoneId zone) {
        return new Horizon(zone, clock.instant().atZone(zone).getYear());
    }

    ZonedDateTime from() {
        return LocalDate.of(year - YEARS_BACK, 1, 1).atStartOfDay(zone);
    }

    ZonedDateTime to() {
        return LocalDate.of(year + YEARS_AHEAD, 1, 1).atStartOfDay(zone);
    }

    /** When it moved last. */
    Instant began() {
        return LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
    }
}
