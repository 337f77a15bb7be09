package org.citykit.store;

import java.util.List;
import java.util.Optional;
import org.citykit.api.Revision;

/**
 * The last good snapshot of each module. Thread-safe; calls block; a snapshot is on disk when {@link #save} returns.
 *
 * <p>A crash at any moment leaves the earlier snapshot or the new one, never a mix of both.
 */
public interface SnapshotStore {
    /**
     * Stores a snapshot in place of the module's earlier one. If neither items nor defects have changed, only the facts
     * beside them are written.
     *
     * @param snapshot what to keep; its own revision is not looked at
     * @return the revision, computed from the items in their order: equal items give an equal revision
     * @throws StoreException with {@link StoreError#NOT_STORABLE} if an item is not one of the API's records, or with
     *     an error of the disk; the earlier snapshot is then still there
     */
    Revision save(StoredSnapshot snapshot);

    /**
     * Reads a module's snapshot.
     *
     * @throws StoreException with {@link StoreError#SNAPSHOT_UNREADABLE} if this snapshot is damaged or in an unknown
     *     format; the snapshots of other modules are not affected
     */
    Optional<StoredSnapshot> load(String module);

    /** The facts of all snapshots, sorted by module, without reading any items. */
    List<SnapshotFacts> list();

    /** Deletes a module's snapshot, if there is one. */
    void delete(String module);
}
