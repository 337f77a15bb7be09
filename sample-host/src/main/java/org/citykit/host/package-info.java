/**
 * A Vert.x portal that embeds the SDK.
 *
 * <p>What may enter: the entry point. Everything else has a room of its own below.
 */
@NullMarked
package org.citykit.host;

import org.jspecify.annotations.NullMarked;
