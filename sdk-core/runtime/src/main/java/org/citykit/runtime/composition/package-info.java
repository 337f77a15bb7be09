/**
 * What a webmaster asks for: {@code portal.yaml} as immutable values, or what is wrong with it.
 *
 * <p>What may enter: the parts of a composition, its reader, a builder for embedders who have no file. What may not:
 * plugins and their settings records; a module's settings stay {@linkplain org.citykit.runtime.value.Value values} here.
 */
@NullMarked
package org.citykit.runtime.composition;

import org.jspecify.annotations.NullMarked;
