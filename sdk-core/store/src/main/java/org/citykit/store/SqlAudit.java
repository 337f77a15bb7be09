package org.citykit.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citykit.store.json.JsonFormat;

/**
 * The audit in a table that is only ever added to.
 *
 * <p>The hash of an entry is the SHA-256 of these lines in UTF-8, each ended by a line feed: the hash of the entry before
 * (64 zeros before the first), the entry's number, its subject and its note as the JSON that is stored. That JSON has one
 * form only: components in the order in which {@link AuditNote} declares them, no white space, empty ones left out.
 */
final class SqlAudit implements AuditLog {
    private static final String BEGINNING = "0".repeat(64);
    private static final String SELECT = "SELECT ordinal, subject, hash, format, content FROM audit ";

    private final Database database;
    private final JsonFormat format;

    SqlAudit(Database database, JsonFormat format) {
        this.database = database;
        this.format = format;
    }

    @Override
    public AuditEntry append(AuditNote note) {
        String content = content(note);
        return database.write("writing the audit", connection -> {
            Optional<Row> last = lastRow(connection);
            Row row = new Row(last.map(Row::number).orElse(0L) + 1, note.subject(), "", JsonFormat.VERSION, content);
            AuditEntry entry = new AuditEntry(
                    row.number(), note, row.chained(last.map(Row::hash).orElse(BEGINNING)));
            insert(connection, entry, content);
            return entry;
        });
    }

    @Override
    public Optional<AuditEntry> last() {
        return database.read(
                "reading the audit", connection -> lastRow(connection).map(this::entry));
    }

    @Override
    public List<AuditEntry> entries(long after, int most) {
        Given.positive("most", most);
        return database.read("reading the audit", connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(SELECT + "WHERE ordinal > ? ORDER BY ordinal LIMIT ?")) {
                select.setLong(1, after);
                select.setInt(2, most);
                return entries(select);
            }
        });
    }

    @Override
    public List<AuditEntry> of(String subject) {
        return database.read("reading the audit", connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(SELECT + "WHERE subject = ? ORDER BY ordinal")) {
                select.setString(1, subject);
                return entries(select);
            }
        });
    }

    @Override
    public AuditProof verify() {
        return database.read("checking the audit", connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + "ORDER BY ordinal");
                    ResultSet rows = select.executeQuery()) {
                return proof(rows);
            }
        });
    }

    private AuditProof proof(ResultSet rows) throws SQLException {
        long sound = 0;
        String head = BEGINNING;
        Optional<String> flaw = Optional.empty();
        while (flaw.isEmpty() && rows.next()) {
            Row row = Row.of(rows);
            flaw = flaw(row, sound + 1, head);
            if (flaw.isEmpty()) {
                sound = row.number();
                head = row.hash();
            }
        }
        return new AuditProof(sound, sound == 0 ? "" : head, flaw);
    }

    private Optional<String> flaw(Row row, long expected, String before) {
        if (row.number() != expected) {
            return Optional.of("Entry " + expected + " is missing; entry " + row.number() + " follows.");
        }
        if (!row.chained(before).equals(row.hash())) {
            return Optional.of("Entry " + expected + " or its hash was changed after it was written.");
        }
        try {
            boolean same = note(row).subject().equals(row.subject());
            return same ? Optional.empty() : Optional.of("Entry " + expected + " stands under a wrong subject.");
        } catch (IOException unreadable) {
            return Optional.of("Entry " + expected + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static Optional<Row> lastRow(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "ORDER BY ordinal DESC LIMIT 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(Row.of(row)) : Optional.empty();
        }
    }

    private static void insert(Connection connection, AuditEntry entry, String content) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO audit (ordinal, subject, hash, format, content) VALUES (?, ?, ?, ?, ?)")) {
            insert.setLong(1, entry.number());
            insert.setString(2, entry.note().subject());
            insert.setString(3, entry.hash());
            insert.setInt(4, JsonFormat.VERSION);
            insert.setString(5, content);
            insert.executeUpdate();
        }
    }

    private List<AuditEntry> entries(PreparedStatement select) throws SQLException {
        List<AuditEntry> entries = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                entries.add(entry(Row.of(rows)));
            }
        }
        return List.copyOf(entries);
    }

    private AuditEntry entry(Row row) {
        try {
            return new AuditEntry(row.number(), note(row), row.hash());
        } catch (IOException failed) {
            throw new StoreException(
                    StoreError.CONTENT_UNREADABLE,
                    "Entry " + row.number() + " of the audit cannot be read: " + failed.getMessage()
                            + ". Verify the audit, and restore the data from a backup if it was tampered with.",
                    failed);
        }
    }

    private AuditNote note(Row row) throws IOException {
        return format.value(AuditNote.class, row.format(), row.content());
    }

    private String content(AuditNote note) {
        try {
            return format.text(note);
        } catch (IOException failed) {
            throw new StoreException(
                    StoreError.NOT_STORABLE, "The audit cannot be written: " + failed.getMessage() + ".", failed);
        }
    }

    private record Row(long number, String subject, String hash, int format, String content) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4), row.getString(5));
        }

        /** The hash that this row must have after another. */
        String chained(String before) {
            Fingerprint print = new Fingerprint();
            String lines = before + "\n" + number + "\n" + subject + "\n" + content + "\n";
            print.writeBytes(lines.getBytes(StandardCharsets.UTF_8));
            return print.whole();
        }
    }
}
