/**
 * The vocabulary every plugin shares: a {@link org.citykit.api.Source} that is asked for data in the background, the
 * {@link org.citykit.api.PluginContext} it works with, and the values all domains use.
 *
 * <p>What may enter: interfaces a vendor implements or is handed, and immutable values used by more than one domain.
 * What may not: logic, libraries other than SLF4J, anything about HTTP servers, storage or class loading.
 *
 * <p>Absent values: a record component that may be absent is an {@link java.util.Optional}; nothing here accepts or
 * returns {@code null}.
 */
@NullMarked
package org.citykit.api;

import org.jspecify.annotations.NullMarked;
