/**
 * What every benchmark is, whichever room it measures: an id, and figures of ours beside those of its peers.
 *
 * <p>What may enter: the shape of a benchmark and of its results, and the one way in which JMH measures contenders in
 * turn. What may not: benchmarks.
 */
@NullMarked
package org.citykit.bench;

import org.jspecify.annotations.NullMarked;
