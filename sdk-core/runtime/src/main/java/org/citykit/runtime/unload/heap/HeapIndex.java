package org.citykit.runtime.unload.heap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is kept of a dump: its classes, where its names stand, and its roots. Objects are not kept. Confined. */
final class HeapIndex implements HeapVisitor {
    private static final String REFERENCE = "java.lang.ref.Reference";

    private final HprofInput in;
    private final LongMap namePlaces = new LongMap();
    private final LongMap nameLengths = new LongMap();
    private final LongMap classNames = new LongMap();
    private final LongMap classNumbers = new LongMap();
    private final List<HeapClass> classes = new ArrayList<>();
    private final Map<Long, List<Slot>> slots = new HashMap<>();
    private final Map<Long, RootKind> roots = new HashMap<>();
    private final LongMap rootThreads = new LongMap();
    private final LongMap threads = new LongMap();
    private long referenceClass;

    private HeapIndex(HprofInput in) {
        this.in = in;
    }

    /** A field of an object at its place among the object's octets. */
    record Slot(int offset, HprofType type, HeapClass owner, long nameId) {}

    static HeapIndex of(HprofInput in) throws IOException {
        HeapIndex index = new HeapIndex(in);
        HeapScan.of(in, index);
        index.referenceClass = index.classesNamed(REFERENCE).stream()
                .filter(type -> type.loaderId() == 0)
                .mapToLong(HeapClass::id)
                .findFirst()
                .orElse(0);
        return index;
    }

    @Override
    public void name(long id, long position, int length) {
        namePlaces.putIfAbsent(id, position);
        nameLengths.putIfAbsent(id, length);
    }

    @Override
    public void loaded(long classId, long nameId) {
        classNames.putIfAbsent(classId, nameId);
    }

    @Override
    public void type(HeapClass type) {
        if (classNumbers.putIfAbsent(type.id(), classes.size())) {
            classes.add(type);
        }
    }

    @Override
    public void root(RootKind kind, long id, int thread) {
        if (kind == RootKind.THREAD) {
            threads.putIfAbsent(thread + 1L, id);
        }
        roots.putIfAbsent(id, kind);
        rootThreads.putIfAbsent(id, thread + 1L);
    }

    Optional<RootKind> root(long id) {
        return Optional.ofNullable(roots.get(id));
    }

    /** The thread object that a root belongs to, or 0. */
    long threadOf(long root) {
        return threads.get(rootThreads.get(root, 0), 0);
    }

    @Nullable
    HeapClass type(long id) {
        long number = classNumbers.get(id, -1);
        return number < 0 ? null : classes.get((int) number);
    }

    /** The classes of a name; each loader may have one. */
    List<HeapClass> classesNamed(String name) throws IOException {
        List<HeapClass> found = new ArrayList<>();
        for (HeapClass type : classes) {
            if (className(type.id()).equals(name)) {
                found.add(type);
            }
        }
        return found;
    }

    /** The name of a class as Java writes it; arrays end in brackets. */
    String className(long classId) throws IOException {
        String name = name(classNames.get(classId, 0)).replace('/', '.');
        int dimensions = name.lastIndexOf('[') + 1;
        if (dimensions == 0) {
            return name;
        }
        String element = name.substring(dimensions);
        String plain = element.startsWith("L") ? element.substring(1, element.length() - 1) : element;
        return plain + "[]".repeat(dimensions);
    }

    String name(long nameId) throws IOException {
        long place = namePlaces.get(nameId, -1);
        if (place < 0) {
            return "";
        }
        return StandardCharsets.UTF_8
                .decode(in.at(place, (int) nameLengths.get(nameId, 0)))
                .toString();
    }

    /** The fields of an object that refer to others strongly. */
    List<Slot> references(long classId) {
        return slots.computeIfAbsent(
                classId,
                id -> fields(id).stream()
                        .filter(slot -> slot.type() == HprofType.OBJECT)
                        .filter(slot -> slot.owner().id() != referenceClass)
                        .toList());
    }

    /** All fields of an object: those of its class first, then those of its super class, and so on. */
    List<Slot> fields(long classId) {
        List<Slot> all = new ArrayList<>();
        int offset = 0;
        for (HeapClass at = type(classId); at != null; at = type(at.superId())) {
            for (HeapClass.Field field : at.fields()) {
                all.add(new Slot(offset, field.type(), at, field.nameId()));
                offset += field.type().size(in.idSize());
            }
        }
        return all;
    }

    /** Reads a reference out of an object's octets. */
    long id(ByteBuffer fields, int offset) {
        return in.idSize() == 8 ? fields.getLong(offset) : fields.getInt(offset) & 0xFFFFFFFFL;
    }

    HprofInput in() {
        return in;
    }
}
