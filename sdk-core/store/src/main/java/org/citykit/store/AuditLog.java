package org.citykit.store;

import java.util.List;
import java.util.Optional;

/**
 * Who did what and when; entries are only ever added. Each carries the hash of the one before it, so that a later change
 * shows. Thread-safe; calls block; an entry is on disk when {@link #append} returns.
 *
 * <p>The chain proves that nothing between the first entry and the {@linkplain #last last} one was changed, taken out or
 * put in between. It cannot prove that entries were not cut off at the end: whoever must know keeps the hash of the last
 * entry in another place.
 */
public interface AuditLog {
    /** Adds an entry and gives it back with its number and hash. */
    AuditEntry append(AuditNote note);

    /** The last entry. */
    Optional<AuditEntry> last();

    /**
     * Entries in their order.
     *
     * @param after only those with a greater number; 0 for all
     * @param most how many at most, from 1
     */
    List<AuditEntry> entries(long after, int most);

    /** All entries about a subject in their order. */
    List<AuditEntry> of(String subject);

    /** Computes every hash again from the first entry on. */
    AuditProof verify();
}
