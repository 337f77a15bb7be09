package org.citykit.runtime.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.SemanticVersion;
import org.citykit.runtime.plugin.VersionRange;
import org.jspecify.annotations.Nullable;

/**
 * The order in which plugins can be linked: each after those it requires. Who requires what is not there, or goes
 * round in a circle, is left out with the reason; nobody else is. Confined.
 */
final class LinkOrder {
    private final Map<String, PluginFacts> wanted = new LinkedHashMap<>();
    private final Map<String, PluginFacts> carried = new LinkedHashMap<>();
    private final List<PluginFacts> order = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    LinkOrder(Collection<PluginFacts> wanted, Collection<PluginFacts> carried) {
        wanted.forEach(it -> this.wanted.put(it.id(), it));
        carried.forEach(it -> this.carried.put(it.id(), it));
        refuseUnmet();
        sort();
    }

    List<PluginFacts> order() {
        return order;
    }

    List<Problem> problems() {
        return problems;
    }

    private void refuseUnmet() {
        Set<String> refused = new HashSet<>();
        boolean again = true;
        while (again) {
            again = false;
            for (PluginFacts plugin : List.copyOf(wanted.values())) {
                List<Problem> unmet = unmet(plugin, refused);
                if (!unmet.isEmpty()) {
                    problems.addAll(unmet);
                    wanted.remove(plugin.id());
                    refused.add(plugin.id());
                    again = true;
                }
            }
        }
    }

    private List<Problem> unmet(PluginFacts plugin, Set<String> refused) {
        List<Problem> unmet = new ArrayList<>();
        plugin.manifest().requires().forEach((id, range) -> {
            PluginFacts other = find(id);
            if (refused.contains(id)) {
                unmet.add(missing(plugin, "It requires plugin " + id + ", which cannot be used. Mend that one first."));
            } else if (other == null) {
                unmet.add(missing(
                        plugin,
                        "It requires plugin " + id + " " + range + ", which is not there. Add its"
                                + " file to the folder of plugins."));
            } else if (!admits(range, other)) {
                unmet.add(missing(
                        plugin,
                        "It requires plugin " + id + " " + range + ", and " + other.fileName() + " has version "
                                + other.version() + ". Use a version of either that fits."));
            }
        });
        return unmet;
    }

    private @Nullable PluginFacts find(String id) {
        return wanted.getOrDefault(id, carried.get(id));
    }

    private static boolean admits(VersionRange range, PluginFacts other) {
        Optional<SemanticVersion> version = SemanticVersion.parse(other.version());
        return version.isPresent() && range.admits(version.get());
    }

    private void sort() {
        Set<String> placed = new HashSet<>(carried.keySet());
        placed.removeAll(wanted.keySet());
        List<PluginFacts> left = new ArrayList<>(wanted.values());
        boolean moved = true;
        while (moved) {
            moved = left.removeIf(plugin -> {
                boolean ready = placed.containsAll(plugin.manifest().requires().keySet());
                if (ready) {
                    placed.add(plugin.id());
                    order.add(plugin);
                }
                return ready;
            });
        }
        left.forEach(plugin -> problems.add(circle(plugin)));
    }

    private Problem circle(PluginFacts plugin) {
        return Optional.of(path(plugin, plugin, new ArrayList<>()))
                .filter(path -> !path.isEmpty())
                .map(path -> problem(
                        RuntimeError.PLUGIN_UNLINKABLE,
                        plugin,
                        "It requires itself in a circle: " + String.join(" > ", path)
                                + ". One of their vendors must break it."))
                .orElseGet(() ->
                        missing(plugin, "It requires plugins that require each other in a circle. Mend those first."));
    }

    /** The ids from one plugin to another, both included; empty when there is no way. */
    private List<String> path(PluginFacts from, PluginFacts to, List<String> walked) {
        walked.add(from.id());
        for (String id : from.manifest().requires().keySet()) {
            if (id.equals(to.id())) {
                List<String> path = new ArrayList<>(walked);
                path.add(id);
                return path;
            }
            PluginFacts next = wanted.get(id);
            if (next != null && !walked.contains(id)) {
                List<String> path = path(next, to, walked);
                if (!path.isEmpty()) {
                    return path;
                }
            }
        }
        walked.remove(from.id());
        return List.of();
    }

    private static Problem missing(PluginFacts plugin, String message) {
        return problem(RuntimeError.DEPENDENCY_MISSING, plugin, message);
    }

    private static Problem problem(RuntimeError code, PluginFacts plugin, String message) {
        return new Problem(code, "", plugin.fileName(), 0, 0, message);
    }
}
