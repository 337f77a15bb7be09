package org.citykit.runtime.unload.heap;

import java.util.List;

/**
 * How an object is held. Immutable.
 *
 * @param words the path from what holds it to the object, for people
 * @param types the names of the classes on the path, from the root on
 */
public record HeapPath(String words, List<String> types) {
    public HeapPath {
        types = List.copyOf(types);
    }
}
