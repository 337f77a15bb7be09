/**
 * Plugin files: copies them to where nobody changes them, and reads what they are without running any of them.
 *
 * <p>What may enter: archives and their limits, module descriptors, annotations in class files, {@code plugin.json},
 * versions. What may not: class loaders and layers ({@code link}), settings, calls of vendor code.
 */
@NullMarked
package org.citykit.runtime.plugin;

import org.jspecify.annotations.NullMarked;
