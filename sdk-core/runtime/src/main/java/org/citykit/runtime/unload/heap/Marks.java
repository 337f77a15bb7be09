package org.citykit.runtime.unload.heap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds objects that a dump has no names for: each is the referent of a reference in an object that bears a number.
 * Confined.
 */
final class Marks implements HeapVisitor {
    private final HeapIndex index;
    private final Marker marker;
    private final Set<Long> marks;
    private final Set<Long> markerClasses = new HashSet<>();
    private final Map<Long, Long> references = new HashMap<>();
    private final Map<Long, Long> referents = new HashMap<>();

    private Marks(HeapIndex index, Marker marker, Collection<Long> marks) {
        this.index = index;
        this.marker = marker;
        this.marks = Set.copyOf(marks);
    }

    /** The object behind each mark; those that are gone are left out. */
    static Map<Long, Long> find(HeapIndex index, Marker marker, Collection<Long> marks) throws IOException {
        Marks search = new Marks(index, marker, marks);
        search.markerClasses.addAll(
                index.classesNamed(marker.type()).stream().map(HeapClass::id).toList());
        HeapScan.of(index.in(), search);
        HeapScan.of(index.in(), search);
        Map<Long, Long> found = new HashMap<>();
        search.references.forEach((mark, reference) -> {
            long object = search.referents.getOrDefault(reference, 0L);
            if (object != 0) {
                found.put(mark, object);
            }
        });
        return found;
    }

    @Override
    public void object(long id, long classId, ByteBuffer fields) throws IOException {
        if (markerClasses.contains(classId)) {
            long mark = 0;
            long reference = 0;
            for (HeapIndex.Slot slot : index.fields(classId)) {
                String name = index.name(slot.nameId());
                mark = name.equals(marker.number()) ? fields.getLong(slot.offset()) : mark;
                reference = name.equals(marker.reference()) ? index.id(fields, slot.offset()) : reference;
            }
            if (marks.contains(mark)) {
                references.put(mark, reference);
            }
        } else if (references.containsValue(id)) {
            List<HeapIndex.Slot> all = index.fields(classId);
            for (HeapIndex.Slot slot : all) {
                if (index.name(slot.nameId()).equals("referent")) {
                    referents.put(id, index.id(fields, slot.offset()));
                }
            }
        }
    }
}
