/**
 * Event calendars: what a city publishes, with recurrence in any calendar scale.
 *
 * <p>What may enter: what a calendar says. What may not: expanding, searching, writing feeds.
 */
@NullMarked
package org.citykit.api.events;

import org.jspecify.annotations.NullMarked;
