/**
 * Registries from tables.
 *
 * <p>A file becomes rows, rows become items by a mapping. What may enter: formats and mappings. What may not: files,
 * sockets or the environment other than through the context.
 */
@NullMarked
package org.citykit.plugins.tables;

import org.jspecify.annotations.NullMarked;
