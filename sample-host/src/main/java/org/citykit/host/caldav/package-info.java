/**
 * The portal's calendars over CalDAV (RFC 4791), for programs that keep a calendar in step with the city's. Nothing can be
 * changed by it.
 *
 * <p>What may enter: addresses, properties and reports of WebDAV (RFC 4918) and its families for calendars and
 * synchronisation (RFC 6578), their XML. What may not: Vert.x, how an event becomes iCalendar, anything that is stored.
 */
@NullMarked
package org.citykit.host.caldav;

import org.jspecify.annotations.NullMarked;
