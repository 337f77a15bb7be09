/**
 * The lossless model of iCalendar text, with its tolerant reader and its deterministic writer (RFC 5545 §3.1 to §3.4).
 *
 * <p>What enters here knows components, properties and parameters as text. What a value means (a time, a rule, a zone)
 * belongs to the neighbouring packages, which know this one; it knows none of them.
 */
@NullMarked
package org.citykit.icalendar;

import org.jspecify.annotations.NullMarked;
