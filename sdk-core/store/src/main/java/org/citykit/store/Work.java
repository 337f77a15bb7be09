package org.citykit.store;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done within one transaction. */
@FunctionalInterface
interface Work<T> {
    T on(Connection connection) throws SQLException;
}
