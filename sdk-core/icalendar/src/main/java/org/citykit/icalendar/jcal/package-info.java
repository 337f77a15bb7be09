/**
 * jCal: the same calendars as JSON (RFC 7265), read and written.
 *
 * <p>What enters turns the text of the model into JSON and back. It knows types, not meanings.
 */
@NullMarked
package org.citykit.icalendar.jcal;

import org.jspecify.annotations.NullMarked;
