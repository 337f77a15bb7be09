/**
 * Compares a portal as it runs with a portal as it is asked for.
 *
 * <p>What may enter: comparing values. What may not: threads, disks, plugin code; whoever binds settings or looks at
 * signatures brings what came of it.
 */
@NullMarked
package org.citykit.runtime.planning;

import org.jspecify.annotations.NullMarked;
