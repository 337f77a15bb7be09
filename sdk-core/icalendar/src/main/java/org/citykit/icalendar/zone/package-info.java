/**
 * Time zones of calendars: from the name and definition in a file to rules, and back to a VTIMEZONE (RFC 5545 §3.6.5).
 *
 * <p>What enters knows names of zones, as the tz database, Windows and Outlook have them, and VTIMEZONE components.
 * Nothing is registered with the JVM, nothing is fetched, and no definition can cost more than a fixed number of
 * observances, transitions and units of work.
 */
@NullMarked
package org.citykit.icalendar.zone;

import org.jspecify.annotations.NullMarked;
