package org.citykit.store;

import java.util.Optional;

/**
 * What checking the audit gave.
 *
 * @param entries how many entries were found sound, from the first on
 * @param head the hash of the last sound entry, or empty if there is none
 * @param flaw what is wrong with the entry after them; absent if the whole chain is sound
 */
public record AuditProof(long entries, String head, Optional<String> flaw) {
    /** True if nothing was changed, taken out or put in between. */
    public boolean isSound() {
        return flaw.isEmpty();
    }
}
