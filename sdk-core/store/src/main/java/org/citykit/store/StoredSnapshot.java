package org.citykit.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.citykit.api.Cursor;
import org.citykit.api.Defect;
import org.citykit.api.Item;
import org.citykit.api.Revision;

/**
 * What one module held after a good fetch. Immutable.
 *
 * @param module the module's id
 * @param domain what the module is for, in the caller's words
 * @param provider the id of the provider that delivered it
 * @param pluginVersion the version of the provider's plugin
 * @param cursor where the next fetch goes on
 * @param revision names the items; computed by the store, so {@link Revision#NONE} will do for saving
 * @param fetchedAt when the fetch ended
 * @param items what it holds, in order
 * @param defects what could not be used, as far as it is kept
 * @param defectCount how many pieces of input could not be used, those included that are not kept
 */
public record StoredSnapshot(
        String module,
        String domain,
        String provider,
        String pluginVersion,
        Cursor cursor,
        Revision revision,
        Instant fetchedAt,
        List<? extends Item> items,
        List<Defect> defects,
        long defectCount) {
    public StoredSnapshot {
        Given.id("module", module);
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(pluginVersion, "pluginVersion");
        Objects.requireNonNull(cursor, "cursor");
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(fetchedAt, "fetchedAt");
        items = List.copyOf(items);
        defects = List.copyOf(defects);
    }
}
