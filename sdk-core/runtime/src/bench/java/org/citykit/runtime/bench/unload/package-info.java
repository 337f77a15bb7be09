/**
 * Unloading: plugins that are loaded, used and let go, over and over.
 *
 * <p>What may enter: the cycle and what it is measured by. What may not: plugins that leak, which the tests have.
 */
@NullMarked
package org.citykit.runtime.bench.unload;

import org.jspecify.annotations.NullMarked;
