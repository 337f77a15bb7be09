package org.citykit.twinning;

import java.util.List;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Revision;
import org.citykit.api.twinning.TwinningItem;

/**
 * What one module's registry holds, as it was fetched last.
 *
 * @param module the module's id in the composition, not empty
 * @param revision names this state; two snapshots of one module with equal revisions hold equal items
 * @param items any number, in any order
 */
public record RegistrySnapshot(String module, Revision revision, List<TwinningItem> items) {
    public RegistrySnapshot {
        if (module.isBlank()) {
            throw new InvalidValueException("module", "must name the module that holds the items");
        }
        items = List.copyOf(items);
    }
}
