/**
 * A portal as a developer embeds it: {@link org.citykit.portal.Portal#open} and what it gives.
 *
 * <p>What may enter: the wiring of runtime, store and engines. What may not: anything that one of these rooms can do by
 * itself, and anything of HTTP.
 */
@NullMarked
package org.citykit.portal;

import org.jspecify.annotations.NullMarked;
