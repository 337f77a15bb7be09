/**
 * What a guarded call of vendor code costs, beside what people write by hand.
 *
 * <p>What may enter: the benchmark of the guard and its peers. What may not: anything that other benchmarks need.
 */
@NullMarked
package org.citykit.runtime.bench.guard;

import org.jspecify.annotations.NullMarked;
