/**
 * Binds what a webmaster wrote under {@code settings:} to the record that a provider declares.
 *
 * <p>What may enter: the binder and where secrets come from. What may not: a cache of anything that belongs to a
 * plugin's classes; the reading of YAML. Binding runs vendor code (constructors of records, initialisers of enums), so
 * the guard alone calls the binder.
 */
@NullMarked
package org.citykit.runtime.settings;

import org.jspecify.annotations.NullMarked;
