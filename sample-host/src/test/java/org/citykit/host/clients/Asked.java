package org.citykit.host.clients;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a client is asked for.
 *
 * @param host where the portal listens
 * @param feed a copy of its feed
 * @param folder for the client's files, empty
 * @param from the first day
 * @param to the day after the last
 * @param zone in which times are compared
 */
record Asked(URI host, Path feed, Path folder, LocalDate from, LocalDate to, ZoneId zone) {
    /** True if an occurrence begins in these days. */
    boolean holds(Seen seen) {
        return seen.start().compareTo(from.toString()) >= 0 && seen.start().compareTo(to.toString()) < 0;
    }
}
