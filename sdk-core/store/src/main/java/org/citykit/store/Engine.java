package org.citykit.store;

import java.sql.Connection;
import java.sql.SQLException;

/** What one database does in its own way; everything else is common SQL. */
interface Engine extends AutoCloseable {
    /** A new connection that may change data; transactions are committed by hand. */
    Connection writer() throws SQLException;

    /** A new connection that only reads; within a transaction it always sees the same state. */
    Connection reader() throws SQLException;

    /** The column type for octets. */
    String octets();

    /**
     * What an error means to the people who run the portal.
     *
     * @param doing what was being done, to follow "while"
     */
    StoreException explain(String doing, SQLException error);

    /** Gives the data free for others. Idempotent. */
    @Override
    void close();
}
