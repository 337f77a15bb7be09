/**
 * Proves that a plugin that was let go is really gone, or names what keeps it.
 *
 * <p>What may enter: looking at what the JVM still holds, in words for people. What may not: strong references to
 * anything of a plugin's, calls of vendor code, ending or mending what a plugin left behind.
 */
@NullMarked
package org.citykit.runtime.unload;

import org.jspecify.annotations.NullMarked;
