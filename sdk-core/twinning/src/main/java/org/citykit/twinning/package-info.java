/**
 * The registry engine. {@link org.citykit.twinning.TwinningIndex} is built from the snapshots of all registries and
 * answers every question from memory.
 *
 * <p>What may enter: merging, searching, counting, what a map or an anniversary needs. What may not: fetching, storing,
 * files, threads, the words of a page. Nothing that a registry says is dropped or overwritten; where two disagree, both
 * stand and the disagreement is data ({@link org.citykit.twinning.Contradiction}).
 */
@NullMarked
package org.citykit.twinning;

import org.jspecify.annotations.NullMarked;
