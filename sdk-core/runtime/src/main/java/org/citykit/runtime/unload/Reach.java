package org.citykit.runtime.unload;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;

/**
 * Follows references from an object in search of something of a plugin's. Reads fields and the JDK's own collections,
 * and calls nothing that could be a plugin's. Confined.
 */
final class Reach {
    private static final int OBJECTS = 2_000;
    private static final int ELEMENTS = 2_000;

    /** Collections whose iterators call nothing of their elements'. Wrappers are not among them. */
    private static final Set<Class<?>> COLLECTIONS = Set.of(
            java.util.ArrayList.class,
            java.util.ArrayDeque.class,
            java.util.HashSet.class,
            java.util.LinkedHashSet.class,
            java.util.LinkedList.class,
            java.util.PriorityQueue.class,
            java.util.Vector.class,
            ArrayBlockingQueue.class,
            ConcurrentLinkedDeque.class,
            ConcurrentLinkedQueue.class,
            CopyOnWriteArrayList.class,
            LinkedBlockingQueue.class,
            PriorityBlockingQueue.class);

    private static final Set<Class<?>> MAPS = Set.of(
            java.util.HashMap.class,
            java.util.Hashtable.class,
            java.util.IdentityHashMap.class,
            java.util.LinkedHashMap.class,
            java.util.Properties.class,
            java.util.TreeMap.class,
            ConcurrentHashMap.class);

    private final Suspects suspects;
    private final Innards innards;

    Reach(Suspects suspects, Innards innards) {
        this.suspects = suspects;
        this.innards = innards;
    }

    /**
     * Pins every plugin that an object leads to.
     *
     * @param what names the object, for people
     */
    void from(Object start, PinKind kind, String what) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty() && seen.size() < OBJECTS) {
            Object next = open.poll();
            if (!seen.add(next)) {
                continue;
            }
            var owner = suspects.ownerOf(next);
            if (owner.isPresent()) {
                suspects.pin(owner.get(), kind, what + named(start, next));
            } else if (mayLeadOn(next)) {
                open.addAll(referents(next));
            }
        }
    }

    private static String named(Object start, Object found) {
        String what = found instanceof Class<?> type
                ? "the class " + type.getName()
                : found instanceof ClassLoader
                        ? "its class loader"
                        : "a " + found.getClass().getName();
        return start == found ? " (" + what + ")" : " (it leads to " + what + ")";
    }

    private static boolean mayLeadOn(Object object) {
        return !(object instanceof ClassLoader
                || object instanceof Class<?>
                || object instanceof Module
                || object instanceof Thread
                || object instanceof String
                || object instanceof Number
                || (object.getClass().isArray()
                        && object.getClass().getComponentType().isPrimitive()));
    }

    private List<Object> referents(Object object) {
        List<Object> found = new ArrayList<>();
        try {
            if (object instanceof Object[] array) {
                add(java.util.Arrays.asList(array), found);
            } else if (COLLECTIONS.contains(object.getClass())) {
                add((Collection<?>) object, found);
            } else if (MAPS.contains(object.getClass())) {
                add(((Map<?, ?>) object).keySet(), found);
                add(((Map<?, ?>) object).values(), found);
            } else if (object.getClass() == WeakHashMap.class) {
                add(((Map<?, ?>) object).values(), found);
            } else {
                found.addAll(innards.referents(object));
            }
        } catch (ConcurrentModificationException changing) {
            return found; // somebody works with it; what was seen so far counts
        }
        return found;
    }

    private static void add(Iterable<?> elements, List<Object> found) {
        Iterator<?> each = elements.iterator();
        for (int i = 0; i < ELEMENTS && each.hasNext(); i++) {
            Object element = each.next();
            if (element != null) {
                found.add(element);
            }
        }
    }
}
