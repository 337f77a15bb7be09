package org.citykit.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.citykit.store.json.JsonFormat;

/** Generations in a table of their own. */
final class SqlGenerations implements GenerationStore {
    private final Database database;
    private final JsonFormat format;

    SqlGenerations(Database database, JsonFormat format) {
        this.database = database;
        this.format = format;
    }

    @Override
    public List<StoredGeneration> all() {
        return database.read("reading the generations", connection -> {
            List<StoredGeneration> all = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT number, format, content FROM generation ORDER BY number");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    all.add(generation(rows.getInt(1), rows.getInt(2), rows.getString(3)));
                }
            }
            return List.copyOf(all);
        });
    }

    @Override
    public void add(StoredGeneration next, int keep) {
        Given.positive("keep", keep);
        String content = content(next);
        database.write("storing generation " + next.number(), connection -> {
            refuseIfPassed(connection, next.number());
            insert(connection, next.number(), content);
            return forget(connection, keep);
        });
    }

    private static void refuseIfPassed(Connection connection, int number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT MAX(number) FROM generation");
                ResultSet row = select.executeQuery()) {
            if (row.next() && row.getInt(1) >= number) {
                throw new StoreException(
                        StoreError.GENERATION_CONFLICT,
                        "Generation " + number + " cannot be stored: generation " + row.getInt(1)
                                + " is there already. Plan the change again.");
            }
        }
    }

    private static void insert(Connection connection, int number, String content) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO generation (number, format, content) VALUES (?, ?, ?)")) {
            insert.setInt(1, number);
            insert.setInt(2, JsonFormat.VERSION);
            insert.setString(3, content);
            insert.executeUpdate();
        }
    }

    private static int forget(Connection connection, int keep) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM generation WHERE number NOT IN (SELECT number FROM generation ORDER BY number DESC LIMIT ?)")) {
            delete.setInt(1, keep);
            return delete.executeUpdate();
        }
    }

    private String content(StoredGeneration generation) {
        try {
            return format.text(generation);
        } catch (IOException failed) {
            throw new StoreException(
                    StoreError.NOT_STORABLE,
                    "Generation " + generation.number() + " cannot be stored: " + failed.getMessage() + ".",
                    failed);
        }
    }

    private StoredGeneration generation(int number, int version, String content) {
        try {
            return format.value(StoredGeneration.class, version, content);
        } catch (IOException failed) {
            throw new StoreException(
                    StoreError.CONTENT_UNREADABLE,
                    "The stored generation " + number + " cannot be read: " + failed.getMessage()
                            + ". Start the CityKit that wrote it, or restore the data from a backup.",
                    failed);
        }
    }
}
