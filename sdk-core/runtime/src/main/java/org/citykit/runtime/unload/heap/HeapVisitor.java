package org.citykit.runtime.unload.heap;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Hears what stands in a dump, in its order. */
interface HeapVisitor {
    /** A name, which is read at its place when it is needed. */
    default void name(long id, long position, int length) {}

    /** A class has a name. */
    default void loaded(long classId, long nameId) {}

    /**
     * Something is held from outside the heap.
     *
     * @param thread the number of the thread that holds it, or 0
     */
    default void root(RootKind kind, long id, int thread) {}

    /** A class with its static fields. */
    default void type(HeapClass type) {}

    /** An object; its octets are valid during the call only. */
    default void object(long id, long classId, ByteBuffer fields) throws IOException {}

    /** An array of objects, before its elements. */
    default void array(long id, long classId) {}

    /** An element of the array. */
    default void element(long id, long value) {}
}
