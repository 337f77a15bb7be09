package org.citykit.runtime.check;

import java.lang.module.ModuleDescriptor.Requires;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citykit.runtime.plugin.PluginFacts;

/** Finds the plugins that a plugin needs, or would use when they are there. */
final class Neighbours {
    private Neighbours() {}

    /** Those that it needs, with those that these need. */
    static Map<String, PluginFacts> needed(PluginFacts plugin, Map<String, PluginFacts> around) {
        return walk(plugin, around, false);
    }

    /** All files of those that it needs, or would use, with those that these do; several of one plugin among them. */
    static List<PluginFacts> candidates(PluginFacts plugin, List<PluginFacts> others) {
        List<PluginFacts> found = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(plugin.id()));
        Deque<String> open = new ArrayDeque<>(named(plugin));
        while (!open.isEmpty()) {
            String id = open.pop();
            for (PluginFacts other : seen.add(id) ? others : List.<PluginFacts>of()) {
                if (other.id().equals(id)) {
                    found.add(other);
                    open.addAll(named(other));
                }
            }
        }
        return found;
    }

    /** Those whose exports it sees: named by itself, or passed on by those. */
    static List<PluginFacts> seen(PluginFacts plugin, Map<String, PluginFacts> around) {
        return new ArrayList<>(walk(plugin, around, true).values());
    }

    private static Map<String, PluginFacts> walk(
            PluginFacts plugin, Map<String, PluginFacts> around, boolean passedOnOnly) {
        Map<String, PluginFacts> found = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(named(plugin));
        while (!open.isEmpty()) {
            PluginFacts next = around.get(open.pop());
            if (next != null && found.putIfAbsent(next.id(), next) == null) {
                Set<String> onward = named(next);
                if (passedOnOnly) {
                    onward.retainAll(passedOn(next));
                }
                open.addAll(onward);
            }
        }
        return found;
    }

    private static Set<String> named(PluginFacts plugin) {
        Set<String> ids = new LinkedHashSet<>(plugin.manifest().requires().keySet());
        ids.addAll(plugin.manifest().optional().keySet());
        return ids;
    }

    private static Set<String> passedOn(PluginFacts plugin) {
        Set<String> names = new LinkedHashSet<>();
        plugin.descriptor().requires().stream()
                .filter(it -> it.modifiers().contains(Requires.Modifier.TRANSITIVE))
                .forEach(it -> names.add(it.name()));
        return names;
    }
}
