package org.citykit.runtime.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The circles of a graph of ids, by Tarjan's algorithm for strongly connected components, with a stack of its own
 * instead of the thread's. Confined.
 */
final class Circles {
    private final Map<String, ? extends Collection<String>> edges;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final Set<String> onPath = new HashSet<>();
    private final Map<String, Integer> group = new HashMap<>();
    private final List<List<String>> groups = new ArrayList<>();

    private record Visit(String id, Iterator<String> next) {}

    /** @param edges where one can go from each id, in the order in which it is to be looked at */
    Circles(Map<String, ? extends Collection<String>> edges) {
        this.edges = edges;
        List<String> starts = new ArrayList<>();
        for (Map.Entry<String, ? extends Collection<String>> one : edges.entrySet()) {
            if (!one.getValue().isEmpty()) {
                starts.add(one.getKey());
            }
        }
        Collections.sort(starts);
        for (String id : starts) {
            if (!index.containsKey(id)) {
                visit(id);
            }
        }
    }

    /** The ids from which one can come back, by who can reach whom; each group and the whole in order. */
    List<List<String>> groups() {
        List<List<String>> real = new ArrayList<>();
        for (List<String> ids : groups) {
            if (ids.size() > 1 || next(ids.get(0)).contains(ids.get(0))) {
                real.add(ids.stream().sorted().toList());
            }
        }
        if (real.size() > 1) {
            real.sort(Comparator.comparing(ids -> ids.get(0)));
        }
        return real;
    }

    /** Whether one can go from each of two ids to the other. */
    boolean joins(String from, String to) {
        return group.getOrDefault(from, -1).equals(group.getOrDefault(to, -2));
    }

    /** A shortest way from an id back to it, with the id at both ends; empty if there is none. */
    List<String> shortest(String start) {
        return way(start, start);
    }

    /** A shortest way of at least one step, both ends included; empty if there is none. */
    List<String> way(String from, String to) {
        Map<String, String> before = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String at = open.remove();
            if (next(at).contains(to)) {
                return unwound(from, at, to, before);
            }
            for (String id : next(at)) {
                if (!id.equals(from) && joins(from, id) && before.putIfAbsent(id, at) == null) {
                    open.add(id);
                }
            }
        }
        return List.of();
    }

    private static List<String> unwound(String from, String last, String to, Map<String, String> before) {
        List<String> way = new ArrayList<>(List.of(to));
        String at = last;
        while (!at.equals(from)) {
            way.add(at);
            at = before.getOrDefault(at, from);
        }
        way.add(from);
        Collections.reverse(way);
        return way;
    }

    private Collection<String> next(String id) {
        Collection<String> next = edges.get(id);
        return next == null ? List.of() : next;
    }

    private void visit(String start) {
        Deque<Visit> visits = new ArrayDeque<>();
        visits.push(enter(start));
        while (!visits.isEmpty()) {
            Visit visit = visits.element();
            if (visit.next().hasNext()) {
                String next = visit.next().next();
                if (!index.containsKey(next)) {
                    visits.push(enter(next));
                } else if (onPath.contains(next)) {
                    low.merge(visit.id(), index.getOrDefault(next, 0), Math::min);
                }
            } else {
                visits.pop();
                leave(visit.id());
                if (!visits.isEmpty()) {
                    low.merge(visits.element().id(), low.getOrDefault(visit.id(), 0), Math::min);
                }
            }
        }
    }

    private Visit enter(String id) {
        int number = index.size();
        index.put(id, number);
        low.put(id, number);
        path.push(id);
        onPath.add(id);
        return new Visit(id, next(id).iterator());
    }

    private void leave(String id) {
        if (!low.getOrDefault(id, 0).equals(index.get(id))) {
            return;
        }
        List<String> ids = new ArrayList<>();
        String popped;
        do {
            popped = path.pop();
            onPath.remove(popped);
            group.put(popped, groups.size());
            ids.add(popped);
        } while (!popped.equals(id));
        groups.add(ids);
    }
}
