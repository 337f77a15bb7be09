package org.citykit.store;

import java.util.List;

/**
 * One step of the schema. Once released it is never changed.
 *
 * @param version what the schema is called after it, from 1
 * @param statements what it does; {@code {octets}} stands for the engine's column type for octets
 */
record Migration(int version, List<String> statements) {
    Migration {
        statements = List.copyOf(statements);
    }
}
