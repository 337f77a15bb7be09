package org.citykit.runtime.unload.heap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a dump once and tells a visitor what stands in it. Confined. */
final class HeapScan {
    private static final int UTF8 = 0x01;
    private static final int LOAD_CLASS = 0x02;
    private static final int HEAP_DUMP = 0x0C;
    private static final int HEAP_SEGMENT = 0x1C;

    private final HprofInput in;
    private final HeapVisitor visitor;

    private HeapScan(HprofInput in, HeapVisitor visitor) {
        this.in = in;
        this.visitor = visitor;
    }

    static void of(HprofInput in, HeapVisitor visitor) throws IOException {
        in.rewind();
        HeapScan scan = new HeapScan(in, visitor);
        while (!in.atEnd()) {
            scan.topRecord();
        }
    }

    private void topRecord() throws IOException {
        int tag = in.u1();
        int unusedTime = in.u4();
        assert unusedTime >= 0 || tag > 0;
        long length = in.u4() & 0xFFFFFFFFL;
        long end = in.position() + length;
        switch (tag) {
            case UTF8 -> {
                long id = in.id();
                visitor.name(id, in.position(), (int) (end - in.position()));
            }
            case LOAD_CLASS -> {
                in.skip(4);
                long classId = in.id();
                in.skip(4);
                visitor.loaded(classId, in.id());
            }
            case HEAP_DUMP, HEAP_SEGMENT -> {
                while (in.position() < end) {
                    heapRecord();
                }
            }
            default -> {}
        }
        in.skip(end - in.position());
    }

    private void heapRecord() throws IOException {
        int tag = in.u1();
        switch (tag) {
            case 0x01 -> {
                root(RootKind.NATIVE, 0);
                in.skip(in.idSize());
            }
            case 0x02 -> threadRoot(RootKind.NATIVE, 4);
            case 0x03 -> threadRoot(RootKind.STACK, 4);
            case 0x04, 0x06 -> threadRoot(RootKind.STACK, 0);
            case 0x05 -> root(RootKind.CLASS, 0);
            case 0x07 -> root(RootKind.MONITOR, 0);
            case 0x08 -> threadRoot(RootKind.THREAD, 4);
            case 0xFF -> root(RootKind.NATIVE, 0);
            case 0x20 -> type();
            case 0x21 -> object();
            case 0x22 -> array();
            case 0x23 -> numbers();
            default -> throw new IOException("The dump has a record of kind " + tag + ", which is not known.");
        }
    }

    private void root(RootKind kind, int thread) throws IOException {
        visitor.root(kind, in.id(), thread);
    }

    private void threadRoot(RootKind kind, int more) throws IOException {
        long id = in.id();
        visitor.root(kind, id, in.u4());
        in.skip(more);
    }

    private void type() throws IOException {
        long id = in.id();
        in.skip(4);
        long superId = in.id();
        long loaderId = in.id();
        List<Long> others = List.of(in.id(), in.id());
        in.skip(2L * in.idSize() + 4);
        for (int constants = in.u2(); constants > 0; constants--) {
            in.skip(2);
            in.skip(HprofType.of(in.u1()).size(in.idSize()));
        }
        List<HeapClass.Static> statics = new ArrayList<>();
        for (int count = in.u2(); count > 0; count--) {
            long nameId = in.id();
            HprofType type = HprofType.of(in.u1());
            if (type == HprofType.OBJECT) {
                statics.add(new HeapClass.Static(nameId, in.id()));
            } else {
                in.skip(type.size(in.idSize()));
            }
        }
        List<HeapClass.Field> fields = new ArrayList<>();
        for (int count = in.u2(); count > 0; count--) {
            fields.add(new HeapClass.Field(in.id(), HprofType.of(in.u1())));
        }
        visitor.type(new HeapClass(id, superId, loaderId, others, statics, fields));
    }

    private void object() throws IOException {
        long id = in.id();
        in.skip(4);
        long classId = in.id();
        visitor.object(id, classId, in.next(in.u4()));
    }

    private void array() throws IOException {
        long id = in.id();
        in.skip(4);
        int length = in.u4();
        visitor.array(id, in.id());
        for (int i = 0; i < length; i++) {
            visitor.element(id, in.id());
        }
    }

    private void numbers() throws IOException {
        in.skip(in.idSize() + 4L);
        long length = in.u4() & 0xFFFFFFFFL;
        in.skip(length * HprofType.of(in.u1()).size(in.idSize()));
    }
}
