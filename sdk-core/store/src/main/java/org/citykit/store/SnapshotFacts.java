package org.citykit.store;

import java.time.Instant;
import org.citykit.api.Cursor;
import org.citykit.api.Revision;

/**
 * A stored snapshot without its items.
 *
 * @param module the module's id
 * @param domain what the module is for, in the caller's words
 * @param provider the id of the provider that delivered it
 * @param pluginVersion the version of the provider's plugin
 * @param cursor where the next fetch goes on
 * @param revision names the items
 * @param fetchedAt when the last good fetch ended
 * @param items how many items it holds
 * @param defectCount how many pieces of input could not be used
 */
public record SnapshotFacts(
        String module,
        String domain,
        String provider,
        String pluginVersion,
        Cursor cursor,
        Revision revision,
        Instant fetchedAt,
        int items,
        long defectCount) {}
