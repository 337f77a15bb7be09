/**
 * Makes plugin files.
 *
 * <p>What may enter: writing a plugin zip and refusing what would be refused when it is read. What may not: reading
 * ({@code plugin}), compiling, signing.
 */
@NullMarked
package org.citykit.runtime.plugin.pack;

import org.jspecify.annotations.NullMarked;
