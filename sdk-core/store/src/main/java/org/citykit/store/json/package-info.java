/**
 * The stored form of the API's records: JSON in a numbered format, one value a line.
 *
 * <p>What may enter: how a value is written and read. What may not: SQL, files, and JSON that anybody but the store
 * reads.
 */
@NullMarked
package org.citykit.store.json;

import org.jspecify.annotations.NullMarked;
