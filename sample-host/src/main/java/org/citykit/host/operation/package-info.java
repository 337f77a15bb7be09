/**
 * What those who run the host look at: liveness, readiness, numbers.
 *
 * <p>What may enter: counters and their text formats. What may not: anything that a resident sees.
 */
@NullMarked
package org.citykit.host.operation;

import org.jspecify.annotations.NullMarked;
