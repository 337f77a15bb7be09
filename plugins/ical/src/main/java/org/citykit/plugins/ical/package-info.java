/**
 * Calendars from iCalendar files and addresses (RFC 5545, RFC 7529).
 *
 * <p>Inputs are read into copies of events, copies of one UID become a family, a family becomes items. What may enter:
 * how iCalendar is understood. What may not: expanding for pages, and files, sockets or the environment other than
 * through the context.
 */
@NullMarked
package org.citykit.plugins.ical;

import org.jspecify.annotations.NullMarked;
