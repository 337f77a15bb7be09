/**
 * Events as other calendars hold them: which are published, and as which iCalendar components.
 *
 * <p>What may enter: what feeds and CalDAV have in common. What may not: HTTP, addresses of requests, markup.
 */
@NullMarked
package org.citykit.host.publish;

import org.jspecify.annotations.NullMarked;
