package org.citykit.store;

import java.util.List;
import java.util.function.Function;
import org.citykit.api.Defect;
import org.citykit.api.Item;

/**
 * One of the two lists that a snapshot consists of.
 *
 * @param name what the table calls it
 * @param type what its values are
 * @param of takes them from a snapshot
 */
record Part<T>(String name, Class<T> type, Function<StoredSnapshot, List<? extends T>> of) {
    static final Part<Item> ITEMS = new Part<>("items", Item.class, StoredSnapshot::items);
    static final Part<Defect> DEFECTS = new Part<>("defects", Defect.class, StoredSnapshot::defects);
}
