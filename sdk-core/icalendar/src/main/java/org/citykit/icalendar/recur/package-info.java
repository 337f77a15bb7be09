/**
 * Recurrence rules and what follows from them (RFC 5545 §3.3.10 and §3.8.5, RFC 7529).
 *
 * <p>What enters computes occurrences from a start, rules, lists of dates and moved occurrences (RECURRENCE-ID with RANGE).
 * It knows points in time and calendar scales, but no components. Every computation is counted in units of work and ends
 * when its budget does; nothing is recursive, nothing is kept between calls. The readings that are followed where the
 * standard leaves room stand at {@link org.citykit.icalendar.recur.RecurrenceRule} and in the project's ADR 0038.
 */
@NullMarked
package org.citykit.icalendar.recur;

import org.jspecify.annotations.NullMarked;
