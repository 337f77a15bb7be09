/**
 * Events as values: a typed view of a VEVENT, and builders that write events and feeds (RFC 5545 §3.6.1, RFC 7986).
 *
 * <p>What enters gives meaning to the text of the model with the help of times, zones and rules. What an event means to
 * a city does not belong here.
 */
@NullMarked
package org.citykit.icalendar.event;

import org.jspecify.annotations.NullMarked;
