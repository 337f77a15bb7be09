/**
 * What the runtime costs, beside what its peers cost.
 *
 * <p>What may enter: benchmarks of the runtime and the plugins they are measured with. What may not: tests, and
 * anything that a portal runs.
 */
@NullMarked
package org.citykit.runtime.bench;

import org.jspecify.annotations.NullMarked;
