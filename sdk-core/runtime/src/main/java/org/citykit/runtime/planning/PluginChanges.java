package org.citykit.runtime.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citykit.runtime.plan.PluginChange;
import org.citykit.runtime.plan.PluginChange.Action;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.SemanticVersion;
import org.jspecify.annotations.Nullable;

/** Compares the plugin files that are used before and after a change. */
final class PluginChanges {
    private PluginChanges() {}

    static List<PluginChange> between(PlanInput before, PlanInput after) {
        Map<String, PluginFacts> old = used(before);
        Map<String, PluginFacts> next = used(after);
        Set<String> ids = new TreeSet<>(old.keySet());
        ids.addAll(next.keySet());
        List<PluginChange> changes = new ArrayList<>();
        for (String id : ids) {
            PluginFacts was = old.get(id);
            PluginFacts will = next.get(id);
            Action action = action(was, will);
            Optional<PluginChange.Unload> unload = was == null || action == Action.KEPT
                    ? Optional.empty()
                    : before.traitsOf(was).unload();
            changes.add(new PluginChange(id, action, state(was, before), state(will, after), unload));
        }
        return changes;
    }

    static Map<String, PluginFacts> used(PlanInput input) {
        Map<String, PluginFacts> used = new TreeMap<>();
        input.resolution().order().forEach(plugin -> used.put(plugin.id(), plugin));
        return used;
    }

    private static Action action(@Nullable PluginFacts was, @Nullable PluginFacts will) {
        if (was == null) {
            return Action.ADDED;
        }
        if (will == null) {
            return Action.REMOVED;
        }
        if (was.sha256().equals(will.sha256())) {
            return Action.KEPT;
        }
        int order = compare(was.version(), will.version());
        return order < 0 ? Action.UPGRADED : order > 0 ? Action.DOWNGRADED : Action.REBUILT;
    }

    private static int compare(String left, String right) {
        Optional<SemanticVersion> a = SemanticVersion.parse(left);
        Optional<SemanticVersion> b = SemanticVersion.parse(right);
        return a.isPresent() && b.isPresent() ? a.get().compareTo(b.get()) : left.compareTo(right);
    }

    private static Optional<PluginChange.State> state(@Nullable PluginFacts plugin, PlanInput input) {
        return Optional.ofNullable(plugin)
                .map(it -> new PluginChange.State(
                        it.version(),
                        it.sha256(),
                        it.fileName(),
                        it.apiVersion().orElse(""),
                        input.traitsOf(it).signers()));
    }
}
