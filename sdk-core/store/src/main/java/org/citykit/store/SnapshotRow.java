package org.citykit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row of the table of snapshots.
 *
 * @param module whose it is
 * @param generation names its chunks
 * @param format the JSON format of its chunks and facts
 * @param itemsHash names its items
 * @param defectsHash names its defects
 * @param facts its {@link SnapshotFacts} as JSON
 */
record SnapshotRow(String module, String generation, int format, String itemsHash, String defectsHash, String facts) {
    private static final String COLUMNS = "module, generation, format, items_hash, defects_hash, facts";

    static Optional<SnapshotRow> find(Connection connection, String module) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM snapshot WHERE module = ?")) {
            select.setString(1, module);
            return read(select).stream().findFirst();
        }
    }

    static List<SnapshotRow> all(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM snapshot ORDER BY module")) {
            return read(select);
        }
    }

    /** Writes the facts beside the chunks that are there, if those are of equal content and format. */
    boolean refresh(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE snapshot SET facts = ? WHERE module = ? AND format = ? AND items_hash = ? AND defects_hash = ?")) {
            update.setString(1, facts);
            update.setString(2, module);
            update.setInt(3, format);
            update.setString(4, itemsHash);
            update.setString(5, defectsHash);
            return update.executeUpdate() == 1;
        }
    }

    void insert(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO snapshot (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, module);
            insert.setString(2, generation);
            insert.setInt(3, format);
            insert.setString(4, itemsHash);
            insert.setString(5, defectsHash);
            insert.setString(6, facts);
            insert.executeUpdate();
        }
    }

    void delete(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM snapshot WHERE module = ?")) {
            delete.setString(1, module);
            delete.executeUpdate();
        }
    }

    private static List<SnapshotRow> read(PreparedStatement select) throws SQLException {
        List<SnapshotRow> rows = new ArrayList<>();
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                rows.add(new SnapshotRow(
                        found.getString(1),
                        found.getString(2),
                        found.getInt(3),
                        found.getString(4),
                        found.getString(5),
                        found.getString(6)));
            }
        }
        return rows;
    }
}
