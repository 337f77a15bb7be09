/**
 * The one plugin of which the benchmarks make as many as they need, by giving its classes other packages.
 *
 * <p>What may enter: classes of an ordinary small plugin. What may not: anything that the measuring code calls.
 */
@NullMarked
package org.citykit.runtime.bench.specimen;

import org.jspecify.annotations.NullMarked;
