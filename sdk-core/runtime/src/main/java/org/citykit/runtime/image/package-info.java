/**
 * Plugin images: everything the linker needs of one plugin, prepared once, in one file that is mapped into memory.
 *
 * <p>What may enter: the form of the file, its hashes, and reading and writing it. What may not: where images are kept
 * and what a plugin is ({@code plugin}), class loaders and layers ({@code link}).
 */
@NullMarked
package org.citykit.runtime.image;

import org.jspecify.annotations.NullMarked;
