/**
 * What must survive: the last good snapshot and cursor of each module, records, alerts, deliveries and the audit. One
 * {@link org.citykit.store.Store} per data folder.
 *
 * <p>What may enter: keeping and finding values of {@link org.citykit.api}, the schema and its migrations, and what a
 * database engine does in its own way. All SQL stands in the {@code Sql…} types and in {@code Schema}, in words that
 * SQLite and PostgreSQL share; what they do not share stands behind {@code Engine}.
 *
 * <p>What may not: fetching, merging, searching, deciding who may publish, and JSON for anybody but the store itself.
 */
@NullMarked
package org.citykit.store;

import org.jspecify.annotations.NullMarked;
