package org.citykit.runtime.module;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citykit.api.Defect;
import org.citykit.runtime.ModuleSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What a module holds, as far as its health tells it.
 *
 * @param since when it last did well
 * @param items how many items
 * @param defects what could not be used
 * @param defectCount how many there were
 */
record Held(Optional<Instant> since, int items, List<Defect> defects, long defectCount) {
    /** A source holds its last good snapshot. */
    static Held of(@Nullable ModuleSnapshot snapshot) {
        return snapshot == null
                ? since(Optional.empty())
                : new Held(
                        Optional.of(snapshot.fetchedAt()),
                        snapshot.items().size(),
                        snapshot.defects(),
                        snapshot.defectCount());
    }

    /** A channel holds nothing; it handed its last alert over at some time. */
    static Held since(Optional<Instant> delivered) {
        return new Held(delivered, 0, List.of(), 0);
    }
}
