package org.citykit.runtime.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.citykit.runtime.plan.Explanation;
import org.citykit.runtime.plan.Explanation.Node;
import org.citykit.runtime.plan.Explanation.State;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.VersionRange;

/** Draws who requires whom. A plugin is drawn with what is below it only once in each tree. Confined. */
final class Explaining {
    private static final int DEPTH = 60;

    private final Resolution resolution;
    private final Map<String, PluginFacts> plugins = new TreeMap<>();
    private final Map<String, List<PluginFacts>> askers = new HashMap<>();

    private record Link(String id, VersionRange range, boolean optional, boolean bound) {}

    Explaining(Resolution resolution) {
        this.resolution = resolution;
        resolution.aside().forEach(plugin -> plugins.putIfAbsent(plugin.id(), plugin));
        resolution.order().forEach(plugin -> plugins.put(plugin.id(), plugin));
        plugins.values()
                .forEach(plugin -> wanted(plugin)
                        .keySet()
                        .forEach(id -> askers.computeIfAbsent(id, key -> new ArrayList<>())
                                .add(plugin)));
    }

    Explanation explain(String id) {
        State state = plugins.containsKey(id) ? stateOf(id) : State.MISSING;
        return new Explanation(
                node(id, "", false, state, below(id, new HashSet<>(), 1), false),
                node(id, "", false, state, above(id, new HashSet<>(), 1), false));
    }

    private List<Node> below(String id, Set<String> drawn, int depth) {
        List<Node> nodes = new ArrayList<>();
        drawn.add(id);
        PluginFacts plugin = plugins.get(id);
        for (Link link : plugin == null ? List.<Link>of() : links(plugin)) {
            boolean repeated = drawn.contains(link.id()) || depth >= DEPTH;
            List<Node> below = repeated ? List.of() : below(link.id(), drawn, depth + 1);
            boolean hidden = repeated && !links(link.id()).isEmpty();
            nodes.add(node(link.id(), link.range().text(), link.optional(), stateOf(link), below, hidden));
        }
        return nodes;
    }

    private List<Node> above(String id, Set<String> drawn, int depth) {
        List<Node> nodes = new ArrayList<>();
        drawn.add(id);
        for (PluginFacts asker : askers.getOrDefault(id, List.of())) {
            boolean repeated = drawn.contains(asker.id()) || depth >= DEPTH;
            List<Node> above = repeated ? List.of() : above(asker.id(), drawn, depth + 1);
            boolean hidden = repeated && askers.containsKey(asker.id());
            Link link = links(asker).stream()
                    .filter(it -> it.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            nodes.add(node(asker.id(), link.range().text(), link.optional(), stateOf(asker.id()), above, hidden));
        }
        return nodes;
    }

    private List<Link> links(String id) {
        PluginFacts plugin = plugins.get(id);
        return plugin == null ? List.of() : links(plugin);
    }

    private List<Link> links(PluginFacts plugin) {
        List<String> bound = resolution.boundTo(plugin.id());
        List<Link> links = new ArrayList<>();
        new TreeMap<>(wanted(plugin))
                .forEach((id, range) -> links.add(
                        new Link(id, range, plugin.manifest().optional().containsKey(id), bound.contains(id))));
        return links;
    }

    private static Map<String, VersionRange> wanted(PluginFacts plugin) {
        Map<String, VersionRange> wanted = new LinkedHashMap<>(plugin.manifest().optional());
        wanted.putAll(plugin.manifest().requires());
        return wanted;
    }

    private State stateOf(Link link) {
        State state = stateOf(link.id());
        return state == State.USED && !link.bound() ? State.PASSED_OVER : state;
    }

    private State stateOf(String id) {
        if (resolution.bound().containsKey(id)) {
            return State.USED;
        }
        return plugins.containsKey(id) ? State.REFUSED : State.MISSING;
    }

    private Node node(String id, String range, boolean optional, State state, List<Node> below, boolean repeated) {
        PluginFacts plugin = plugins.get(id);
        String version = plugin == null ? "" : plugin.version();
        return new Node(id, version, range, optional, state, repeated, below);
    }
}
