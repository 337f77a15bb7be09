/**
 * The runtime as a portal sees it: what was asked for, what became of it, and what is wrong.
 *
 * <p>What may enter: the facade and the values it hands out. What may not: storage, engines, web servers; how plugins
 * are read, linked, guarded and scheduled, each of which has a room of its own below.
 */
@NullMarked
package org.citykit.runtime;

import org.jspecify.annotations.NullMarked;
