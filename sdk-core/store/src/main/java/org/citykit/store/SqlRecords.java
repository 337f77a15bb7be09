package org.citykit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Records;
import org.citykit.api.Revision;

/** The records of one module in one version. */
final class SqlRecords implements Records {
    static final int VALUE_BYTES = 1 << 20;
    static final int KEYS = 10_000;

    private static final String MINE = " WHERE module = ? AND version = ? AND name = ?";

    private final Database database;
    private final String module;
    private final int version;

    SqlRecords(Database database, String module, int version) {
        this.database = database;
        this.module = module;
        this.version = version;
    }

    @Override
    public Optional<Stored> find(String key) {
        Given.id("key", key);
        return database.read(doing("reading", key), connection -> {
            try (PreparedStatement select = of(connection, "SELECT revision, content FROM module_record" + MINE, key)) {
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Stored(key, new Revision(row.getString(1)), row.getBytes(2)))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public Revision put(String key, byte[] value, Revision expected) {
        Given.id("key", key);
        if (value.length > VALUE_BYTES) {
            throw new CityKitException(
                    ApiError.LIMIT_EXCEEDED,
                    "Module '" + module + "': the record '" + key + "' has " + value.length + " octets, " + VALUE_BYTES
                            + " are allowed. Split it into several records.");
        }
        Revision revision = revision(value);
        return database.write(doing("storing", key), connection -> {
            expect(connection, key, expected);
            if (expected.equals(Revision.NONE)) {
                insert(connection, key, revision, value);
            } else {
                update(connection, key, revision, value);
            }
            return revision;
        });
    }

    @Override
    public void delete(String key, Revision expected) {
        Given.id("key", key);
        database.write(doing("deleting", key), connection -> {
            expect(connection, key, expected);
            try (PreparedStatement delete = of(connection, "DELETE FROM module_record" + MINE, key)) {
                return delete.executeUpdate();
            }
        });
    }

    @Override
    public List<String> keys(String prefix) {
        return database.read(doing("listing", prefix), connection -> {
            try (PreparedStatement select = of(
                    connection,
                    "SELECT name FROM module_record WHERE module = ? AND version = ? AND name >= ?"
                            + " AND SUBSTR(name, 1, ?) = ? ORDER BY name LIMIT ?",
                    prefix)) {
                select.setInt(4, prefix.codePointCount(0, prefix.length()));
                select.setString(5, prefix);
                select.setInt(6, KEYS);
                return names(select);
            }
        });
    }

    private void expect(Connection connection, String key, Revision expected) throws SQLException {
        Revision found = Revision.NONE;
        try (PreparedStatement select = of(connection, "SELECT revision FROM module_record" + MINE, key);
                ResultSet row = select.executeQuery()) {
            if (row.next()) {
                found = new Revision(row.getString(1));
            }
        }
        if (!found.equals(expected)) {
            throw new CityKitException(
                    ApiError.REVISION_CONFLICT,
                    "Module '" + module + "': the record '" + key + "' was expected " + told(expected) + ", but is "
                            + told(found) + ". Read it again and repeat the change.");
        }
    }

    private void insert(Connection connection, String key, Revision revision, byte[] value) throws SQLException {
        try (PreparedStatement insert = of(
                connection,
                "INSERT INTO module_record (module, version, name, revision, content) VALUES (?, ?, ?, ?, ?)",
                key)) {
            insert.setString(4, revision.value());
            insert.setBytes(5, value);
            insert.executeUpdate();
        }
    }

    private void update(Connection connection, String key, Revision revision, byte[] value) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE module_record SET revision = ?, content = ?" + MINE)) {
            update.setString(1, revision.value());
            update.setBytes(2, value);
            update.setString(3, module);
            update.setInt(4, version);
            update.setString(5, key);
            update.executeUpdate();
        }
    }

    /** A statement whose first three parameters are module, version and key, as in most of them. */
    private PreparedStatement of(Connection connection, String sql, String key) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, module);
        statement.setInt(2, version);
        statement.setString(3, key);
        return statement;
    }

    private String doing(String what, String key) {
        return what + " the record '" + key + "' of module '" + module + "'";
    }

    private static List<String> names(PreparedStatement select) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return List.copyOf(names);
    }

    private static Revision revision(byte[] value) {
        Fingerprint print = new Fingerprint();
        print.writeBytes(value);
        return new Revision(print.brief());
    }

    private static String told(Revision revision) {
        return revision.equals(Revision.NONE) ? "not to exist" : "at revision " + revision.value();
    }
}
