package org.citykit.runtime.unload.heap;

import java.util.List;

/**
 * A class as a dump tells it. Immutable.
 *
 * @param id the object that stands for it
 * @param superId its super class, or 0
 * @param loaderId its loader, or 0 for the JVM's own
 * @param others its signers and its protection domain
 * @param statics its static fields that refer to objects
 * @param fields its own instance fields, in the order in which objects hold them
 */
record HeapClass(long id, long superId, long loaderId, List<Long> others, List<Static> statics, List<Field> fields) {
    /** A static field and what it refers to. */
    record Static(long nameId, long value) {}

    /** A field of objects. */
    record Field(long nameId, HprofType type) {}

    HeapClass {
        others = List.copyOf(others);
        statics = List.copyOf(statics);
        fields = List.copyOf(fields);
    }
}
