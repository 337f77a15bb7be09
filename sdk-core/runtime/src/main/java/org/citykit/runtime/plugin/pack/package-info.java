/**
 * Makes plugin files, and signs them.
 *
 * <p>What may enter: writing a plugin zip, signing one, and refusing what would be refused when it is read. What may
 * not: reading ({@code plugin}, {@code trust}), compiling, making keys.
 */
@NullMarked
package org.citykit.runtime.plugin.pack;

import org.jspecify.annotations.NullMarked;
