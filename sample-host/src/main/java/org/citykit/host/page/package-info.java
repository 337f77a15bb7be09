/**
 * The pages: one record and one Mustache template each, joined by the compiler, inside one frame.
 *
 * <p>What may enter: templates, and records that hold a {@link org.citykit.host.page.Frame} and what
 * {@link org.citykit.host.view} offers. What may not: queries, HTTP, scripts, styles inside the markup.
 */
@NullMarked
@JStacheConfig(pathing = @JStachePath(prefix = "org/citykit/host/page/", suffix = ".mustache"))
package org.citykit.host.page;

import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
import org.jspecify.annotations.NullMarked;
