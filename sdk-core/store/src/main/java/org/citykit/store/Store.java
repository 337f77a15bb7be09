package org.citykit.store;

import java.nio.file.Path;
import org.citykit.store.json.JsonFormat;

/**
 * Everything of one portal that must survive, in one folder. Thread-safe; every call blocks until the disk has it.
 *
 * <p>The folder belongs to this store until it is closed or the process dies. A killed process loses nothing that a
 * call returned from.
 */
public final class Store implements AutoCloseable {
    private final Database database;
    private final SnapshotStore snapshots;
    private final RecordStore records;
    private final AlertStore alerts;
    private final DeliveryStore deliveries;
    private final AuditLog audit;
    private final GenerationStore generations;

    private Store(Database database) {
        this.database = database;
        JsonFormat format = new JsonFormat();
        SqlDeliveries outbox = new SqlDeliveries(database, format);
        this.snapshots = new SqlSnapshots(database, format);
        this.records = new SqlRecordStore(database);
        this.alerts = new SqlAlerts(database, format, outbox);
        this.deliveries = outbox;
        this.audit = new SqlAudit(database, format);
        this.generations = new SqlGenerations(database, format);
    }

    /**
     * Opens the store in a folder; both are made if they are not there. An older schema is brought to the present one.
     *
     * @param folder the portal's data folder
     * @throws StoreException with {@link StoreError#FOLDER_UNUSABLE}, {@link StoreError#IN_USE},
     *     {@link StoreError#SCHEMA_NEWER}, {@link StoreError#FOREIGN}, {@link StoreError#DAMAGED},
     *     {@link StoreError#DISK_FULL}, {@link StoreError#ENGINE_MISSING} or {@link StoreError#FAILED}
     */
    public static Store open(Path folder) {
        return open(new SqliteEngine(folder));
    }

    private static Store open(Engine engine) {
        try {
            return open(new Database(engine));
        } catch (StoreException failed) {
            engine.close();
            throw failed;
        }
    }

    private static Store open(Database database) {
        try {
            new Schema(Schema.MIGRATIONS, database.engine().octets()).bring(database);
            SqlSnapshots.sweep(database);
            return new Store(database);
        } catch (StoreException failed) {
            database.close();
            throw failed;
        }
    }

    /** The last good snapshot of each module. */
    public SnapshotStore snapshots() {
        return snapshots;
    }

    /** The durable records of modules. */
    public RecordStore records() {
        return records;
    }

    /** Every alert that was ever published. */
    public AlertStore alerts() {
        return alerts;
    }

    /** Which alert still has to go through which channel. */
    public DeliveryStore deliveries() {
        return deliveries;
    }

    /** Who did what and when. */
    public AuditLog audit() {
        return audit;
    }

    /** The compositions that were applied. */
    public GenerationStore generations() {
        return generations;
    }

    /** Waits for running calls and gives the folder free; later calls throw. Idempotent. */
    @Override
    public void close() {
        database.close();
    }
}
