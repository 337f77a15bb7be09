package org.citykit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The tables, and how an older schema becomes the present one. */
final class Schema {
    /** Every step from an empty database to the present schema, in order. */
    static final List<Migration> MIGRATIONS = List.of(
            new Migration(
                    1,
                    List.of(
                            """
                    CREATE TABLE snapshot (
                        module TEXT NOT NULL PRIMARY KEY,
                        generation TEXT NOT NULL,
                        format INTEGER NOT NULL,
                        items_hash TEXT NOT NULL,
                        defects_hash TEXT NOT NULL,
                        facts TEXT NOT NULL)""",
                            """
                    CREATE TABLE snapshot_chunk (
                        generation TEXT NOT NULL,
                        part TEXT NOT NULL,
                        ordinal INTEGER NOT NULL,
                        content {octets} NOT NULL,
                        PRIMARY KEY (generation, part, ordinal))""",
                            """
                    CREATE TABLE module_record (
                        module TEXT NOT NULL,
                        version INTEGER NOT NULL,
                        name TEXT NOT NULL,
                        revision TEXT NOT NULL,
                        content {octets} NOT NULL,
                        PRIMARY KEY (module, version, name))""",
                            """
                    CREATE TABLE alert (
                        ordinal BIGINT NOT NULL PRIMARY KEY,
                        id TEXT NOT NULL UNIQUE,
                        format INTEGER NOT NULL,
                        content TEXT NOT NULL)""",
                            """
                    CREATE TABLE delivery (
                        name TEXT NOT NULL PRIMARY KEY,
                        alert TEXT NOT NULL REFERENCES alert (id),
                        module TEXT NOT NULL,
                        settled INTEGER NOT NULL,
                        due BIGINT NOT NULL,
                        attempts INTEGER NOT NULL,
                        format INTEGER NOT NULL,
                        reason TEXT NOT NULL,
                        receipt TEXT)""",
                            "CREATE INDEX delivery_due ON delivery (settled, due)",
                            "CREATE INDEX delivery_alert ON delivery (alert)",
                            """
                    CREATE TABLE audit (
                        ordinal BIGINT NOT NULL PRIMARY KEY,
                        subject TEXT NOT NULL,
                        hash TEXT NOT NULL,
                        format INTEGER NOT NULL,
                        content TEXT NOT NULL)""",
                            "CREATE INDEX audit_subject ON audit (subject)")),
            new Migration(2, List.of("""
                    CREATE TABLE generation (
                        number INTEGER NOT NULL PRIMARY KEY,
                        format INTEGER NOT NULL,
                        content TEXT NOT NULL)""")));

    private static final String VERSIONS = "citykit_schema";

    private final List<Migration> migrations;
    private final String octets;

    Schema(List<Migration> migrations, String octets) {
        this.migrations = List.copyOf(migrations);
        this.octets = octets;
    }

    /**
     * Takes the steps that are missing, each in a transaction of its own.
     *
     * @throws StoreException with {@link StoreError#SCHEMA_NEWER} or {@link StoreError#FOREIGN}
     */
    void bring(Database database) {
        int found = database.write("reading its version", this::version);
        int known =
                migrations.isEmpty() ? 0 : migrations.get(migrations.size() - 1).version();
        if (found > known) {
            throw new StoreException(
                    StoreError.SCHEMA_NEWER,
                    "The data was written by a newer CityKit: its version is " + found + ", this CityKit knows " + known
                            + ". Start the newer CityKit again, or restore the data from before the update.");
        }
        for (Migration migration : migrations) {
            if (migration.version() > found) {
                database.write("bringing it to version " + migration.version(), c -> take(c, migration));
            }
        }
    }

    private int version(Connection connection) throws SQLException {
        Set<String> tables = tables(connection);
        if (tables.isEmpty()) {
            return 0;
        }
        if (!tables.contains(VERSIONS)) {
            throw new StoreException(
                    StoreError.FOREIGN,
                    "The database in the data folder belongs to another program. Name another folder under data: in"
                            + " portal.yaml.");
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COALESCE(MAX(version), 0) FROM " + VERSIONS)) {
            row.next();
            return row.getInt(1);
        }
    }

    private int take(Connection connection, Migration migration) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "CREATE TABLE IF NOT EXISTS " + VERSIONS + " (version INTEGER NOT NULL PRIMARY KEY)");
            for (String sql : migration.statements()) {
                statement.executeUpdate(sql.replace("{octets}", octets));
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + VERSIONS + " (version) VALUES (?)")) {
            insert.setInt(1, migration.version());
            return insert.executeUpdate();
        }
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
