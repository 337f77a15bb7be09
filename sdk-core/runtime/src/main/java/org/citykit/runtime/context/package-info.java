/**
 * What a plugin is handed: the web, files, records and views, each with the portal's limits.
 *
 * <p>What may enter: implementations of the interfaces of {@link org.citykit.api.PluginContext}. What may not: calls of
 * vendor code, scheduling, storage.
 */
@NullMarked
package org.citykit.runtime.context;

import org.jspecify.annotations.NullMarked;
