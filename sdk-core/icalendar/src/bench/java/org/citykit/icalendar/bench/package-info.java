/**
 * What the iCalendar library costs, beside what its peers cost.
 *
 * <p>What may enter: benchmarks of the library and the data they are measured with. What may not: tests, and anything
 * that a portal runs.
 */
@NullMarked
package org.citykit.icalendar.bench;

import org.jspecify.annotations.NullMarked;
