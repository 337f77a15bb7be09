/**
 * All modules of one composition, from the folder of plugin files to the last close.
 *
 * <p>What may enter: bringing the other rooms together. What may not: anything that one of them can do by itself.
 */
@NullMarked
package org.citykit.runtime.supervision;

import org.jspecify.annotations.NullMarked;
