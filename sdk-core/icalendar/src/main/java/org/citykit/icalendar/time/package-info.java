/**
 * Points and spans in time as iCalendar writes them: dates, local times, zoned times, durations, periods (RFC 5545 §3.3).
 *
 * <p>What enters is a value with its text form, or a zone that a value stands in: a name and the offsets it came with.
 * Components, recurrence and the search for a zone by its name do not belong here.
 */
@NullMarked
package org.citykit.icalendar.time;

import org.jspecify.annotations.NullMarked;
