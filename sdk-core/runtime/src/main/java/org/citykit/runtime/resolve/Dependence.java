package org.citykit.runtime.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citykit.runtime.plan.Cascade;
import org.citykit.runtime.plan.Dependents;
import org.citykit.runtime.plan.Removal;
import org.citykit.runtime.plugin.PluginFacts;

/** Who is bound to whom, seen from below. Confined. */
final class Dependence {
    private final List<String> order = new ArrayList<>();
    private final Map<String, Set<String>> requirers = new TreeMap<>();
    private final Map<String, Set<String>> users = new TreeMap<>();

    Dependence(Resolution resolution) {
        for (PluginFacts plugin : resolution.order()) {
            order.add(plugin.id());
            for (String id : resolution.boundTo(plugin.id())) {
                boolean required = plugin.manifest().requires().containsKey(id);
                (required ? requirers : users)
                        .computeIfAbsent(id, key -> new TreeSet<>())
                        .add(plugin.id());
            }
        }
    }

    Dependents dependents(String id) {
        Set<String> mandatory = closure(Set.of(id), false);
        Set<String> optional = usersOf(mandatory);
        mandatory.remove(id);
        return new Dependents(List.copyOf(mandatory), List.copyOf(optional));
    }

    Removal removal(Collection<String> ids, Cascade cascade) {
        Set<String> wanted = new TreeSet<>(ids);
        wanted.retainAll(order);
        Set<String> going = cascade == Cascade.NONE ? wanted : closure(wanted, cascade == Cascade.ALL);
        Set<String> hindered = closure(going, false);
        hindered.removeAll(going);
        if (!hindered.isEmpty()) {
            return new Removal(List.of(), List.copyOf(hindered), List.of());
        }
        List<String> removed = new ArrayList<>(order);
        removed.retainAll(going);
        Collections.reverse(removed);
        return new Removal(removed, List.of(), List.copyOf(usersOf(going)));
    }

    private Set<String> closure(Collection<String> start, boolean usersToo) {
        Set<String> reached = new TreeSet<>(start);
        Deque<String> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            String id = open.remove();
            for (String next : requirers.getOrDefault(id, Set.of())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
            for (String next : usersToo ? users.getOrDefault(id, Set.of()) : Set.<String>of()) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    private Set<String> usersOf(Set<String> ids) {
        Set<String> found = new TreeSet<>();
        ids.forEach(id -> found.addAll(users.getOrDefault(id, Set.of())));
        found.removeAll(ids);
        return found;
    }
}
