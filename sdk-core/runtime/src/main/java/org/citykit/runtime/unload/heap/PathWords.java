package org.citykit.runtime.unload.heap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts paths into words: one more reading of the dump tells by which field each object holds the next. Confined. */
final class PathWords implements HeapVisitor {
    private static final String ARROW = " → ";

    private final HeapIndex index;
    private final List<List<Long>> paths;
    private final Map<Long, Set<Long>> wanted = new HashMap<>();
    private final Map<Edge, Long> steps = new HashMap<>();
    private final Map<Long, Long> classOf = new HashMap<>();
    private final Map<Edge, Long> numbers = new HashMap<>();

    /** Two objects, or an object and the name of its field. */
    private record Edge(long from, long to) {}

    private PathWords(HeapIndex index, List<List<Long>> paths) {
        this.index = index;
        this.paths = paths;
        for (List<Long> path : paths) {
            for (int i = 0; i < path.size(); i++) {
                Set<Long> next = wanted.computeIfAbsent(path.get(i), id -> new HashSet<>());
                if (i + 1 < path.size()) {
                    next.add(path.get(i + 1));
                }
            }
            if (!path.isEmpty()) {
                wanted.computeIfAbsent(index.threadOf(path.get(0)), id -> new HashSet<>());
            }
        }
    }

    /** The words for each path; an empty one where there is no path. */
    static List<HeapPath> of(HeapIndex index, List<List<Long>> paths) throws IOException {
        PathWords words = new PathWords(index, paths);
        HeapScan.of(index.in(), words);
        List<HeapPath> told = new ArrayList<>();
        for (List<Long> path : words.paths) {
            told.add(path.isEmpty() ? new HeapPath("", List.of()) : words.told(path));
        }
        return told;
    }

    @Override
    public void type(HeapClass type) {
        Set<Long> held = wanted.get(type.id());
        if (held != null) {
            for (HeapClass.Static field : type.statics()) {
                step(type.id(), field.value(), field.nameId(), held);
            }
        }
    }

    @Override
    public void object(long id, long classId, ByteBuffer fields) {
        Set<Long> held = wanted.get(id);
        if (held != null) {
            classOf.put(id, classId);
            for (HeapIndex.Slot slot : index.fields(classId)) {
                if (slot.type() == HprofType.OBJECT) {
                    step(id, index.id(fields, slot.offset()), slot.nameId(), held);
                } else if (slot.type() == HprofType.LONG) {
                    numbers.putIfAbsent(new Edge(id, slot.nameId()), fields.getLong(slot.offset()));
                }
            }
        }
    }

    @Override
    public void array(long id, long classId) {
        if (wanted.containsKey(id)) {
            classOf.put(id, classId);
        }
    }

    private void step(long holder, long value, long nameId, Set<Long> held) {
        if (held.contains(value)) {
            steps.putIfAbsent(new Edge(holder, value), nameId);
        }
    }

    private HeapPath told(List<Long> path) throws IOException {
        long target = path.get(path.size() - 1);
        List<String> words = new ArrayList<>();
        List<String> types = new ArrayList<>();
        String root = rootWords(path.get(0));
        if (!root.isEmpty()) {
            words.add(root);
        }
        boolean hidden = false;
        for (int i = 0; i + 1 < path.size(); i++) {
            long id = path.get(i);
            String type = typeName(id);
            types.add(type);
            if (belongsTo(id, target)) {
                words.add(index.type(id) == null ? objectWords(type) : "class " + type);
                break;
            }
            String field = fieldName(id, path.get(i + 1));
            boolean inner = type.startsWith("java.") && (type.contains("$") || type.endsWith("[]"));
            if (!inner) {
                words.add(stepWords(id, type, field));
            } else if (!hidden) {
                words.add("…");
            }
            hidden = inner;
        }
        if (path.size() == 1 || !belongsTo(path.get(Math.max(0, path.size() - 2)), target)) {
            words.add("its class loader");
        }
        return new HeapPath(String.join(ARROW, words), types);
    }

    private static String objectWords(String type) {
        int lambda = type.indexOf("$$Lambda");
        return lambda < 0 ? "an object of class " + type : "a lambda of class " + type.substring(0, lambda);
    }

    private String stepWords(long id, String type, String field) throws IOException {
        if (index.type(id) != null) {
            return field.isEmpty() ? "class " + type : "static field " + type + "." + field;
        }
        String thread = threadName(id);
        String what = thread.isEmpty() ? type : thread;
        return field.isEmpty() ? what : what + (thread.isEmpty() ? "." : ", field ") + field;
    }

    private String rootWords(long root) throws IOException {
        RootKind kind = index.root(root).orElse(RootKind.CLASS);
        long thread = index.threadOf(root);
        return switch (kind) {
            case CLASS, THREAD -> "";
            case STACK -> kind.words() + (threadName(thread).isEmpty() ? "a thread" : threadName(thread));
            case NATIVE, MONITOR -> kind.words();
        };
    }

    /** A live thread's own name, found by the number that both know it by. */
    private String threadName(long id) throws IOException {
        Long classId = classOf.get(id);
        if (classId == null) {
            return "";
        }
        for (HeapIndex.Slot slot : index.fields(classId)) {
            boolean number = slot.type() == HprofType.LONG
                    && index.className(slot.owner().id()).equals("java.lang.Thread")
                    && index.name(slot.nameId()).equals("tid");
            if (number) {
                return live(numbers.getOrDefault(new Edge(id, slot.nameId()), 0L));
            }
        }
        return "";
    }

    @SuppressWarnings("deprecation") // Thread.threadId is newer than the oldest JDK
    private static String live(long number) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getId() == number)
                .map(thread -> "the thread '" + thread.getName() + "'")
                .collect(Collectors.joining());
    }

    private boolean belongsTo(long id, long loader) {
        HeapClass type = index.type(id);
        HeapClass of = type == null ? index.type(classOf.getOrDefault(id, 0L)) : type;
        return of != null && of.loaderId() == loader;
    }

    private String typeName(long id) throws IOException {
        return index.className(index.type(id) == null ? classOf.getOrDefault(id, 0L) : id);
    }

    private String fieldName(long holder, long value) throws IOException {
        Long nameId = steps.get(new Edge(holder, value));
        return nameId == null ? "" : index.name(nameId);
    }
}
