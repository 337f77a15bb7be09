/**
 * What a running portal costs while it is changed.
 *
 * <p>What may enter: benchmarks of the facade and the plugins they are measured with. What may not: tests, and anything
 * that a portal runs.
 */
@NullMarked
package org.citykit.portal.bench;

import org.jspecify.annotations.NullMarked;
