package org.citykit.api;

import java.util.List;
import java.util.Optional;

/**
 * What the portal's other modules hold of one kind, merged, as it was when the view was asked for. Immutable.
 *
 * <p>The runtime notes which views a fetch asked for, and fetches the module again soon after one of them has changed.
 *
 * @param <T> what it holds
 * @since 1.0
 */
public interface View<T extends Item> {
    /** Names this state; equal revisions mean equal items. */
    Revision revision();

    /** All items, in a stable order. */
    List<T> items();

    /** The item with an id. */
    Optional<T> find(String id);
}
