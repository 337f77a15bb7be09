/**
 * What other programs subscribe to: calendars, news, maps, CAP documents.
 *
 * <p>What may enter: the writing of these formats from what the portal holds. What may not: HTTP, texts of pages.
 */
@NullMarked
package org.citykit.host.feed;

import org.jspecify.annotations.NullMarked;
