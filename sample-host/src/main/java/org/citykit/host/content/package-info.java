/**
 * Turns what the portal holds into what the pages show.
 *
 * <p>What may enter: queries to {@code org.citykit.portal} and the making of views from their results. What may not:
 * HTTP, HTML, data of its own.
 */
@NullMarked
package org.citykit.host.content;

import org.jspecify.annotations.NullMarked;
