/**
 * What questions to the calendar engine cost.
 *
 * <p>What may enter: benchmarks of the engine and the events they are measured with. What may not: tests, and anything
 * that a portal runs.
 */
@NullMarked
package org.citykit.events.bench;

import org.jspecify.annotations.NullMarked;
