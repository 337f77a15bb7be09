/**
 * Points and spans in time as iCalendar writes them: dates, local times, zoned times, durations, periods (RFC 5545 §3.3).
 *
 * <p>What enters is a value with its text form. Components, rules and the search for a zone's rules do not belong here.
 */
@NullMarked
package org.citykit.icalendar.time;

import org.jspecify.annotations.NullMarked;
