/**
 * Turns the facts of plugins into modules and classes: one layer and one class loader per plugin, the same in every
 * kind of host.
 *
 * <p>What may enter: module descriptors, layers, class loaders, and the bytes behind them. What may not: making or
 * calling anything of a vendor's ({@code guard}), settings, schedules.
 */
@NullMarked
package org.citykit.runtime.link;

import org.jspecify.annotations.NullMarked;
