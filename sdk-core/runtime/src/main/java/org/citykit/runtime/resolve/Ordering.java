package org.citykit.runtime.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** An order of ids in which each comes after those it points to, and otherwise by the alphabet (Kahn's algorithm). */
final class Ordering {
    private Ordering() {}

    /** @param edges the ids that must come before each id; there are no circles */
    static List<String> of(Map<String, List<String>> edges) {
        Map<String, Integer> waiting = new HashMap<>();
        Map<String, List<String>> waiters = new HashMap<>();
        PriorityQueue<String> ready = new PriorityQueue<>();
        edges.forEach((id, before) -> {
            waiting.put(id, before.size());
            before.forEach(
                    it -> waiters.computeIfAbsent(it, key -> new ArrayList<>()).add(id));
            if (before.isEmpty()) {
                ready.add(id);
            }
        });
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
