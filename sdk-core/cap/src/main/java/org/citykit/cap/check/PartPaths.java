package org.citykit.cap.check;

import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * Where the parts of a message stand in the document they were read from.
 *
 * <p>Parts are told apart by identity, not by value: two equal areas have two places. Confined to one thread.
 */
public final class PartPaths {
    private final IdentityHashMap<Object, String> paths = new IdentityHashMap<>();

    /** Begins without any place. */
    public PartPaths() {}

    /**
     * Notes a place.
     *
     * @param part an info block, area, resource, polygon or circle
     * @param path its element, such as {@code /alert/info[2]/area}
     */
    public void put(Object part, String path) {
        paths.put(part, path);
    }

    /**
     * Finds a place.
     *
     * @param part a part
     * @return its path, or empty when none was noted
     */
    public Optional<String> find(Object part) {
        return Optional.ofNullable(paths.get(part));
    }
}
