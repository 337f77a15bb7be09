package org.citykit.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteDataSource;

/** Reaches into the database behind the store's back. */
final class Tampering {
    private Tampering() {}

    static int change(Path folder, String sql) throws SQLException {
        try (Connection connection = connection(folder);
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    static String ask(Path folder, String sql) throws SQLException {
        try (Connection connection = connection(folder);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static Connection connection(Path folder) throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve(SqliteEngine.FILE).toUri().toASCIIString());
        return source.getConnection();
    }
}
