package org.citykit.twinning;

import java.util.List;

/**
 * A part of an ordered result.
 *
 * @param items the part
 * @param total how many the whole result has
 * @param offset how many of the whole result stand before the part
 * @param limit how many the part may have at most
 * @param <T> what it holds
 */
public record Page<T>(List<T> items, int total, int offset, int limit) {
    public Page {
        items = List.copyOf(items);
    }

    /** True if more items follow. */
    public boolean hasNext() {
        return offset + items.size() < total;
    }
}
