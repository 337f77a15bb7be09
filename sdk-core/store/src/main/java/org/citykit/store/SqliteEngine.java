package org.citykit.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * SQLite in a file: a write-ahead log, synced to the disk at every commit, so that a killed process or a power cut loses
 * nothing that was committed.
 *
 * <p>The folder belongs to one portal at a time. A second database file is kept locked as long as the engine is open;
 * the operating system frees the lock when the process dies. (A lock of {@code java.nio} would not do: a second attempt
 * in the same process gives the first one's lock away when it closes the file.)
 */
final class SqliteEngine implements Engine {
    static final String FILE = "citykit.db";
    private static final String LOCK = "citykit.lock";
    private static final int BUSY_MILLIS = 5_000;
    private static final int LOG_BYTES = 64 << 20;

    private final Path folder;
    private final Connection lock;

    SqliteEngine(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.folder);
        } catch (IOException failed) {
            throw unusable("made", failed);
        }
        if (!Files.isWritable(this.folder)) {
            throw unusable("written", new IOException("no permission to write into it"));
        }
        try {
            lock = lock();
        } catch (SQLException failed) {
            throw explain("locking it", failed);
        }
    }

    @Override
    public Connection writer() throws SQLException {
        SQLiteConfig config = common();
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setJournalSizeLimit(LOG_BYTES);
        return prepared(open(config, FILE), "PRAGMA journal_mode", "wal");
    }

    @Override
    public Connection reader() throws SQLException {
        Connection connection = open(common(), FILE);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
        }
        return prepared(connection, "PRAGMA query_only", "1");
    }

    @Override
    public String octets() {
        return "BLOB";
    }

    @Override
    public StoreException explain(String doing, SQLException error) {
        if (error instanceof SQLiteException sqlite) {
            return explained(doing, sqlite);
        }
        if (isLibraryMissing(error)) {
            return missing(error);
        }
        return new StoreException(StoreError.FAILED, told("failed", doing) + " " + error.getMessage() + ".", error);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (SQLException failed) {
            throw explain("giving it free", failed);
        }
    }

    private Connection lock() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(0);
        config.setTransactionMode(SQLiteConfig.TransactionMode.EXCLUSIVE);
        Connection connection = open(config, LOCK);
        try {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT 1");
            }
            return connection;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    private static SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        return config;
    }

    /** A path may hold any character, so it is handed over as a file address. */
    private Connection open(SQLiteConfig config, String file) throws SQLException {
        try {
            return config.createConnection(
                    "jdbc:sqlite:" + folder.resolve(file).toUri().toASCIIString());
        } catch (LinkageError failed) {
            throw missing(failed);
        }
    }

    private Connection prepared(Connection connection, String question, String answer) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            if (!row.next() || !answer.equals(row.getString(1))) {
                throw new StoreException(
                        StoreError.FOLDER_UNUSABLE,
                        "The data folder '" + folder + "' lies on a file system that the database cannot use safely ("
                                + question + "). Name a folder on a local disk under data: in portal.yaml.");
            }
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException | StoreException failed) {
            connection.close();
            throw failed;
        }
    }

    private StoreException explained(String doing, SQLiteException error) {
        SQLiteErrorCode primary = SQLiteErrorCode.getErrorCode(error.getResultCode().code & 0xFF);
        return switch (primary) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new StoreException(
                        StoreError.IN_USE,
                        told("is held by another portal or program", doing)
                                + " Stop the other one, or name another folder under data: in portal.yaml.",
                        error);
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                new StoreException(
                        StoreError.DAMAGED,
                        told("is damaged", doing) + " Stop the portal, put the file " + FILE
                                + " aside together with those that begin with its name, and restore them from a backup;"
                                + " without one the portal begins anew and fetches everything again.",
                        error);
            case SQLITE_FULL ->
                new StoreException(
                        StoreError.DISK_FULL,
                        told("has no room left on its disk", doing) + " Nothing was changed. Make room.",
                        error);
            case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> unusable("used", error);
            default ->
                new StoreException(
                        StoreError.FAILED,
                        told("failed", doing) + " Nothing was changed. Look at the disk and the log. "
                                + error.getMessage() + ".",
                        error);
        };
    }

    private StoreException unusable(String how, Exception cause) {
        return new StoreException(
                StoreError.FOLDER_UNUSABLE,
                "The data folder '" + folder + "' cannot be " + how + ": " + cause.getMessage()
                        + ". Let the portal's user write into it, or name another folder under data: in portal.yaml.",
                cause);
    }

    private static StoreException missing(Throwable cause) {
        return new StoreException(
                StoreError.ENGINE_MISSING,
                "The SQLite library cannot be loaded: " + cause.getMessage()
                        + ". Let the JVM unpack it: java.io.tmpdir must name a folder that may be written and from"
                        + " which programs may run.",
                cause);
    }

    private static boolean isLibraryMissing(SQLException error) {
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof LinkageError
                    || cause.getClass().getName().equals("org.sqlite.NativeLibraryNotFoundException")) {
                return true;
            }
        }
        return false;
    }

    private String told(String what, String doing) {
        return "The data in '" + folder + "' " + what + " (while " + doing + ").";
    }
}
