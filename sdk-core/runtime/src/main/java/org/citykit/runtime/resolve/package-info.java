/**
 * Which of the plugin files that are there are used together, and in which order.
 *
 * <p>What may enter: facts of plugins, ranges of versions, circles. What may not: reading files ({@code plugin}), class
 * loaders ({@code link}), what a webmaster asked for.
 */
@NullMarked
package org.citykit.runtime.resolve;

import org.jspecify.annotations.NullMarked;
