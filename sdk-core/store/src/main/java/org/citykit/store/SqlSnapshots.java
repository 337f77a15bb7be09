package org.citykit.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.citykit.api.Defect;
import org.citykit.api.Item;
import org.citykit.api.Revision;
import org.citykit.store.json.JsonFormat;

/**
 * Snapshots as chunks of a generation. The chunks of a new generation are written in short transactions, so that an
 * alert never waits for a large registry; one last transaction then names the new generation in place of the old and
 * deletes that. What a crash leaves without a name is swept away when the store is opened.
 */
final class SqlSnapshots implements SnapshotStore {
    private static final int CHUNKS_PER_TRANSACTION = 8;

    private final Database database;
    private final JsonFormat format;
    private final Chunks chunks;
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    SqlSnapshots(Database database, JsonFormat format) {
        this.database = database;
        this.format = format;
        this.chunks = new Chunks(format);
    }

    /** Deletes the chunks that no snapshot names. Only when nothing is being saved. */
    static void sweep(Database database) {
        database.write("clearing up after a crash", connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(
                        "DELETE FROM snapshot_chunk WHERE generation NOT IN (SELECT generation FROM snapshot)");
            }
        });
    }

    @Override
    public Revision save(StoredSnapshot snapshot) {
        SnapshotRow row;
        try {
            row = row(snapshot);
        } catch (IOException failed) {
            throw notStorable(snapshot, failed);
        }
        String doing = "saving the snapshot of module '" + snapshot.module() + "'";
        if (unreadable.contains(row.module()) || !database.write(doing, row::refresh)) {
            replace(doing, snapshot, row);
            unreadable.remove(row.module());
        }
        return new Revision(row.itemsHash());
    }

    @Override
    public Optional<StoredSnapshot> load(String module) {
        try {
            return database.read("loading the snapshot of module '" + module + "'", connection -> {
                Optional<SnapshotRow> row = SnapshotRow.find(connection, module);
                return row.isEmpty() ? Optional.empty() : Optional.of(whole(connection, row.get()));
            });
        } catch (StoreException failed) {
            if (failed.code() == StoreError.SNAPSHOT_UNREADABLE) {
                unreadable.add(module);
            }
            throw failed;
        }
    }

    @Override
    public List<SnapshotFacts> list() {
        return database.read("listing the snapshots", connection -> {
            List<SnapshotFacts> facts = new ArrayList<>();
            for (SnapshotRow row : SnapshotRow.all(connection)) {
                facts.add(facts(row));
            }
            return List.copyOf(facts);
        });
    }

    @Override
    public void delete(String module) {
        database.write("deleting the snapshot of module '" + module + "'", connection -> {
            Optional<SnapshotRow> row = SnapshotRow.find(connection, module);
            if (row.isPresent()) {
                row.get().delete(connection);
                deleteChunks(connection, row.get().generation());
            }
            return row.isPresent();
        });
    }

    private SnapshotRow row(StoredSnapshot snapshot) throws IOException {
        String items = chunks.name(Item.class, snapshot.items());
        String defects = chunks.name(Defect.class, snapshot.defects());
        SnapshotFacts facts = new SnapshotFacts(
                snapshot.module(),
                snapshot.domain(),
                snapshot.provider(),
                snapshot.pluginVersion(),
                snapshot.cursor(),
                new Revision(items),
                snapshot.fetchedAt(),
                snapshot.items().size(),
                snapshot.defectCount());
        return new SnapshotRow(
                snapshot.module(),
                UUID.randomUUID().toString(),
                JsonFormat.VERSION,
                items,
                defects,
                format.text(facts));
    }

    private void replace(String doing, StoredSnapshot snapshot, SnapshotRow row) {
        try {
            append(doing, snapshot, row, Part.ITEMS);
            append(doing, snapshot, row, Part.DEFECTS);
            database.write(doing, connection -> {
                Optional<SnapshotRow> old = SnapshotRow.find(connection, row.module());
                if (old.isPresent()) {
                    old.get().delete(connection);
                    deleteChunks(connection, old.get().generation());
                }
                row.insert(connection);
                return row;
            });
        } catch (StoreException failed) {
            clearUp(doing, row.generation(), failed);
            throw failed;
        }
    }

    private <T> void append(String doing, StoredSnapshot snapshot, SnapshotRow row, Part<T> part) {
        Iterator<? extends T> rest = part.of().apply(snapshot).iterator();
        int ordinal = 0;
        while (rest.hasNext()) {
            List<byte[]> packed = new ArrayList<>();
            try {
                while (rest.hasNext() && packed.size() < CHUNKS_PER_TRANSACTION) {
                    packed.add(chunks.pack(part.type(), rest));
                }
            } catch (IOException failed) {
                throw notStorable(snapshot, failed);
            }
            int first = ordinal;
            database.write(doing, connection -> insert(connection, row.generation(), part.name(), first, packed));
            ordinal += packed.size();
        }
    }

    private static int insert(Connection connection, String generation, String part, int first, List<byte[]> packed)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO snapshot_chunk (generation, part, ordinal, content) VALUES (?, ?, ?, ?)")) {
            for (int i = 0; i < packed.size(); i++) {
                insert.setString(1, generation);
                insert.setString(2, part);
                insert.setInt(3, first + i);
                insert.setBytes(4, packed.get(i));
                insert.executeUpdate();
            }
            return packed.size();
        }
    }

    private void clearUp(String doing, String generation, StoreException failed) {
        try {
            database.write(doing, connection -> deleteChunks(connection, generation));
        } catch (StoreException again) {
            failed.addSuppressed(again);
        }
    }

    private static int deleteChunks(Connection connection, String generation) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM snapshot_chunk WHERE generation = ?")) {
            delete.setString(1, generation);
            return delete.executeUpdate();
        }
    }

    private StoredSnapshot whole(Connection connection, SnapshotRow row) throws SQLException {
        SnapshotFacts facts = facts(row);
        List<Item> items = values(connection, row, Part.ITEMS, row.itemsHash());
        List<Defect> defects = values(connection, row, Part.DEFECTS, row.defectsHash());
        return new StoredSnapshot(
                facts.module(),
                facts.domain(),
                facts.provider(),
                facts.pluginVersion(),
                facts.cursor(),
                facts.revision(),
                facts.fetchedAt(),
                items,
                defects,
                facts.defectCount());
    }

    private SnapshotFacts facts(SnapshotRow row) {
        try {
            return format.value(SnapshotFacts.class, row.format(), row.facts());
        } catch (IOException failed) {
            throw unreadable(row.module(), failed);
        }
    }

    private <T> List<T> values(Connection connection, SnapshotRow row, Part<T> part, String hash) throws SQLException {
        Fingerprint print = new Fingerprint();
        List<T> values = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT content FROM snapshot_chunk WHERE generation = ? AND part = ? ORDER BY ordinal")) {
            select.setString(1, row.generation());
            select.setString(2, part.name());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    chunks.unpack(part.type(), row.format(), rows.getBytes(1), print, values::add);
                }
            }
            if (!print.brief().equals(hash)) {
                throw new IOException("its " + part.name() + " are not those that were saved");
            }
            return values;
        } catch (IOException failed) {
            throw unreadable(row.module(), failed);
        }
    }

    private static StoreException unreadable(String module, IOException cause) {
        return new StoreException(
                StoreError.SNAPSHOT_UNREADABLE,
                "The stored snapshot of module '" + module + "' cannot be read: " + cause.getMessage()
                        + ". The next good fetch replaces it.",
                cause);
    }

    private static StoreException notStorable(StoredSnapshot snapshot, IOException cause) {
        return new StoreException(
                StoreError.NOT_STORABLE,
                "Module '" + snapshot.module() + "': an item of the provider '" + snapshot.provider()
                        + "' cannot be stored: " + cause.getMessage() + ". Deliver the records of org.citykit.api.",
                cause);
    }
}
