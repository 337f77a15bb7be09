/**
 * One configured module: it is opened, fetched on its schedule, kept at its last good data, and says how it does.
 *
 * <p>What may enter: the life of a module. What may not: how plugin files are read and linked, direct calls of vendor
 * code.
 */
@NullMarked
package org.citykit.runtime.module;

import org.jspecify.annotations.NullMarked;
