package org.citykit.runtime.unload.heap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Searches from an object back to what holds it, one step of all shortest paths at each reading of the dump, so that
 * memory is needed for the objects that hold the target only. Confined.
 */
final class PathSearch implements HeapVisitor {
    private static final int STEPS = 64;
    private static final int HOLDERS = 3_000_000;

    private final HeapIndex index;
    private final Set<Long> hostLoaders;
    private final List<Trail> trails = new ArrayList<>();
    private final LongMap frontier = new LongMap();

    /**
     * @param index of the dump
     * @param hostLoaders loaders whose classes are never let go
     * @param targets whom to search for
     */
    PathSearch(HeapIndex index, Set<Long> hostLoaders, List<Long> targets) {
        this.index = index;
        this.hostLoaders = hostLoaders;
        for (long target : targets) {
            Trail trail = new Trail(target);
            trail.root = index.root(target).isPresent() ? target : 0;
            trails.add(trail);
        }
    }

    /** The holders of one target, each with what it holds on the way there. */
    private static final class Trail {
        private final LongMap holds = new LongMap();
        private LongMap reached = new LongMap();
        private LongMap next = new LongMap();
        private long root;

        Trail(long target) {
            holds.putIfAbsent(target, 0);
            next.putIfAbsent(target, 0);
        }
    }

    /** For each target the objects from a root to it; empty where no strong path was found. */
    List<List<Long>> run() throws IOException {
        for (int step = 0; step < STEPS && advance(); step++) {
            HeapScan.of(index.in(), this);
        }
        return trails.stream().map(PathSearch::path).toList();
    }

    private boolean advance() {
        frontier.clear();
        for (Trail trail : trails) {
            LongMap spare = trail.reached;
            trail.reached = trail.next;
            trail.next = spare;
            trail.next.clear();
            if (trail.root == 0 && trail.holds.size() < HOLDERS) {
                trail.reached.forEachKey(key -> frontier.putIfAbsent(key, 1));
            }
        }
        return frontier.size() > 0;
    }

    @Override
    public void type(HeapClass type) {
        held(type.id(), type.superId());
        held(type.id(), type.loaderId());
        type.others().forEach(other -> held(type.id(), other));
        for (HeapClass.Static field : type.statics()) {
            held(type.id(), field.value());
        }
    }

    @Override
    public void object(long id, long classId, ByteBuffer fields) {
        held(id, classId);
        for (HeapIndex.Slot slot : index.references(classId)) {
            held(id, index.id(fields, slot.offset()));
        }
    }

    @Override
    public void array(long id, long classId) {
        held(id, classId);
    }

    @Override
    public void element(long id, long value) {
        held(id, value);
    }

    private void held(long holder, long object) {
        if (object == 0 || !frontier.contains(object)) {
            return;
        }
        for (Trail trail : trails) {
            if (trail.root == 0 && trail.reached.contains(object) && trail.holds.putIfAbsent(holder, object)) {
                trail.next.putIfAbsent(holder, 0);
                if (isRoot(holder)) {
                    trail.root = holder;
                }
            }
        }
    }

    private boolean isRoot(long id) {
        HeapClass type = index.type(id);
        return index.root(id).isPresent() || (type != null && hostLoaders.contains(type.loaderId()));
    }

    private static List<Long> path(Trail trail) {
        List<Long> path = new ArrayList<>();
        if (trail.root != 0) {
            for (long at = trail.root; at != 0; at = trail.holds.get(at, 0)) {
                path.add(at);
            }
        }
        return path;
    }
}
