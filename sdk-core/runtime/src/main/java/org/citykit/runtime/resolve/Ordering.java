package org.citykit.runtime.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** An order of ids in which each comes after those it points to, and otherwise by the alphabet (Kahn's algorithm). */
final class Ordering {
    private Ordering() {}

    /** @param edges the ids that must come before each id, by the alphabet; there are no circles */
    static List<String> of(Map<String, List<String>> edges) {
        Map<String, Integer> waiting = new HashMap<>();
        Map<String, List<String>> waiters = new HashMap<>();
        PriorityQueue<String> ready = new PriorityQueue<>();
        for (Map.Entry<String, List<String>> one : edges.entrySet()) {
            waiting.put(one.getKey(), one.getValue().size());
            for (String before : one.getValue()) {
                waiters.computeIfAbsent(before, key -> new ArrayList<>()).add(one.getKey());
            }
            if (one.getValue().isEmpty()) {
                ready.add(one.getKey());
            }
        }
        if (waiters.isEmpty()) {
            return List.copyOf(edges.keySet());
        }
        List<String> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            String id = ready.remove();
            order.add(id);
            for (String waiter : waiters.getOrDefault(id, List.of())) {
                if (waiting.merge(waiter, -1, Integer::sum) == 0) {
                    ready.add(waiter);
                }
            }
        }
        return order;
    }
}
