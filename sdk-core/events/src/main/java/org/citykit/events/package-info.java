/**
 * What the calendars of a portal hold, as occurrences in time.
 *
 * <p>What may enter: expanding, finding, counting. What may not: fetching, feeds' transport, how a date is shown.
 */
@NullMarked
package org.citykit.events;

import org.jspecify.annotations.NullMarked;
