package org.citykit.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.citykit.api.Cursor;
import org.citykit.api.Defect;
import org.citykit.api.Item;
import org.citykit.api.Revision;

/**
 * All that a module holds after a good fetch. Immutable.
 *
 * @param module the module's id
 * @param domain what it is for
 * @param provider the provider's id
 * @param pluginVersion the plugin's version
 * @param fingerprint changes with the plugin's bytes and the module's settings; a cursor is only good for the
 *     fingerprint it was made under
 * @param cursor where the next fetch goes on
 * @param fetchedAt when the fetch ended
 * @param items the items, in the order in which the source gave them
 * @param defects pieces of input that could not be used, at most as many as the limits keep
 * @param defectCount how many there were
 * @param seen the views of other modules that the source looked at, by name, in the state it saw; when one is in another
 *     state now, the data is outdated
 */
public record ModuleSnapshot(
        String module,
        Domain domain,
        String provider,
        String pluginVersion,
        String fingerprint,
        Cursor cursor,
        Instant fetchedAt,
        List<? extends Item> items,
        List<Defect> defects,
        long defectCount,
        Map<String, Revision> seen) {
    public ModuleSnapshot {
        items = List.copyOf(items);
        defects = List.copyOf(defects);
        seen = Map.copyOf(seen);
    }
}
