package org.citykit.api;

import java.util.List;
import java.util.Optional;

/**
 * Durable records of one module, kept across restarts and upgrades. Thread-safe; calls block; a write is on disk when
 * the call returns.
 *
 * @since 1.0
 */
public interface Records {
    /**
     * One stored record.
     *
     * @param key 1 to 200 characters
     * @param revision names this state
     * @param value the octets; leave them unchanged
     */
    @SuppressWarnings("ArrayRecordComponent") // a value may be large; the contract forbids changing it
    record Stored(String key, Revision revision, byte[] value) {}

    /** The record under a key. */
    Optional<Stored> find(String key);

    /**
     * Stores a record.
     *
     * @param key 1 to 200 characters without white space
     * @param value at most 1 MiB
     * @param expected the revision this write builds on, or {@link Revision#NONE} if there must be none yet
     * @return the new revision
     * @throws CityKitException with {@link ApiError#REVISION_CONFLICT} or {@link ApiError#LIMIT_EXCEEDED}
     */
    Revision put(String key, byte[] value, Revision expected);

    /**
     * Deletes a record.
     *
     * @throws CityKitException with {@link ApiError#REVISION_CONFLICT}
     */
    void delete(String key, Revision expected);

    /** The keys that begin with a prefix, sorted, at most 10,000. */
    List<String> keys(String prefix);
}
