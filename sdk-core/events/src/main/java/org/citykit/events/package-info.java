/**
 * What the calendars of a portal hold, merged, as occurrences in time.
 *
 * <p>Calendars become a catalogue of merged entries; entries become series and single times; a question is a window and a
 * filter, answered from stretches of expanded occurrences. What may enter: merging, expanding, finding, counting. What may not: fetching, feeds' transport, how a date is shown.
 */
@NullMarked
package org.citykit.events;

import org.jspecify.annotations.NullMarked;
