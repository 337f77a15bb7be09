package org.citykit.runtime.planning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citykit.runtime.composition.ModuleSpec;
import org.citykit.runtime.composition.RefusedModule;
import org.citykit.runtime.plan.ModuleChange;
import org.citykit.runtime.plan.ModuleChange.Action;
import org.citykit.runtime.plan.ModuleChange.Cause;
import org.citykit.runtime.plan.ModuleChange.Kind;
import org.citykit.runtime.plan.PortalPart;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.resolve.ProviderChoice;
import org.citykit.runtime.resolve.Resolution;
import org.citykit.runtime.value.MapValue;

/** Compares the modules before and after a change. Confined. */
final class ModuleChanges {
    private final PlanInput before;
    private final PlanInput after;
    private final List<Cause> fromPortal = new ArrayList<>();
    private final Map<String, Map<String, PluginFacts>> boundBefore = new HashMap<>();
    private final Map<String, Map<String, PluginFacts>> boundAfter = new HashMap<>();

    ModuleChanges(PlanInput before, PlanInput after, Set<PortalPart> portal) {
        this.before = before;
        this.after = after;
        portal.stream()
                .filter(PortalPart::isSeenByModules)
                .forEach(part -> fromPortal.add(cause(Kind.valueOf(part.name()))));
    }

    List<ModuleChange> changes() {
        Map<String, ModuleSpec> old = specs(before);
        List<ModuleChange> changes = new ArrayList<>();
        Set<String> asked = new TreeSet<>();
        for (ModuleSpec spec : after.composition().modules()) {
            asked.add(spec.id());
            changes.add(asked(spec, Optional.ofNullable(old.get(spec.id()))));
        }
        for (RefusedModule refused : after.composition().refused()) {
            asked.add(refused.id());
            boolean running =
                    provided(before, Optional.ofNullable(old.get(refused.id()))).isPresent();
            Cause cause = cause(
                    Kind.ENTRY_WRONG,
                    Map.of("problem", refused.problems().get(0).message()));
            changes.add(new ModuleChange(refused.id(), Action.REFUSED, "", "", "", running, List.of(cause)));
        }
        old.forEach((id, spec) -> {
            if (!asked.contains(id)) {
                changes.add(gone(spec));
            }
        });
        return changes;
    }

    private static Map<String, ModuleSpec> specs(PlanInput input) {
        Map<String, ModuleSpec> specs = new LinkedHashMap<>();
        input.composition().modules().forEach(spec -> specs.put(spec.id(), spec));
        return specs;
    }

    private static Optional<PluginFacts> provided(PlanInput input, Optional<ModuleSpec> spec) {
        return spec.filter(it -> fits(input, it.id()))
                .map(it -> input.resolution().provider(it.use()))
                .flatMap(choice ->
                        choice instanceof ProviderChoice.Found found ? Optional.of(found.plugin()) : Optional.empty());
    }

    private static boolean fits(PlanInput input, String module) {
        SettingsCheck check = input.checks().get(module);
        return check == null || check.problems().isEmpty();
    }

    private ModuleChange gone(ModuleSpec spec) {
        Optional<PluginFacts> plugin = provided(before, Optional.of(spec));
        return change(spec, Action.REMOVED, plugin, plugin.isPresent(), List.of(cause(Kind.GONE)));
    }

    private ModuleChange asked(ModuleSpec spec, Optional<ModuleSpec> old) {
        Optional<PluginFacts> was = provided(before, old);
        Optional<PluginFacts> will = provided(after, Optional.of(spec));
        if (will.isEmpty()) {
            return change(spec, Action.REFUSED, will, was.isPresent(), List.of(whyRefused(spec)));
        }
        if (old.isEmpty() || was.isEmpty()) {
            Cause cause = cause(old.isEmpty() ? Kind.NEW : Kind.USABLE_AGAIN);
            return change(spec, Action.ADDED, will, false, List.of(cause));
        }
        List<Cause> causes = new ArrayList<>();
        compareSpecs(old.get(), spec, causes);
        comparePlugins(was.get(), will.get(), causes);
        causes.addAll(fromPortal);
        return change(spec, causes.isEmpty() ? Action.KEPT : Action.REPLACED, will, true, causes);
    }

    private static ModuleChange change(
            ModuleSpec spec, Action action, Optional<PluginFacts> plugin, boolean running, List<Cause> causes) {
        return new ModuleChange(
                spec.id(),
                action,
                spec.use(),
                plugin.map(PluginFacts::id).orElse(""),
                plugin.map(PluginFacts::version).orElse(""),
                running,
                causes);
    }

    private Cause whyRefused(ModuleSpec spec) {
        ProviderChoice choice = after.resolution().provider(spec.use());
        if (choice instanceof ProviderChoice.Ambiguous ambiguous) {
            return cause(Kind.PROVIDER_AMBIGUOUS, Map.of("use", spec.use(), "files", files(ambiguous.plugins())));
        }
        if (choice instanceof ProviderChoice.Refused refused) {
            return cause(Kind.PLUGIN_REFUSED, Map.of("files", files(refused.plugins())));
        }
        return choice instanceof ProviderChoice.Found
                ? cause(Kind.SETTINGS_WRONG)
                : cause(Kind.PROVIDER_UNKNOWN, Map.of("use", spec.use(), "known", provided()));
    }

    private String provided() {
        List<String> ids = after.resolution().providerIds();
        return ids.isEmpty() ? "–" : String.join(", ", ids);
    }

    private static String files(List<PluginFacts> plugins) {
        return plugins.stream().map(PluginFacts::fileName).collect(Collectors.joining(", "));
    }

    private static void compareSpecs(ModuleSpec old, ModuleSpec spec, List<Cause> causes) {
        if (!old.use().equals(spec.use())) {
            causes.add(cause(Kind.PROVIDER, Map.of("before", old.use(), "after", spec.use())));
        }
        if (!old.settings().sameContent(spec.settings())) {
            causes.add(cause(Kind.SETTINGS, Map.of("keys", changedKeys(old.settings(), spec.settings()))));
        }
        if (!old.refresh().equals(spec.refresh())) {
            Map<String, String> times = Map.of(
                    "before", old.refresh().toString(), "after", spec.refresh().toString());
            causes.add(cause(Kind.REFRESH, times));
        }
        if (!old.network().equals(spec.network())) {
            causes.add(cause(Kind.NETWORK));
        }
    }

    private static String changedKeys(MapValue old, MapValue now) {
        Set<String> keys = new TreeSet<>(old.members().keySet());
        keys.addAll(now.members().keySet());
        keys.removeIf(key -> {
            MapValue.Member left = old.members().get(key);
            MapValue.Member right = now.members().get(key);
            return left != null && right != null && left.value().sameContent(right.value());
        });
        return keys.isEmpty() ? "…" : String.join(", ", keys);
    }

    private void comparePlugins(PluginFacts was, PluginFacts will, List<Cause> causes) {
        if (!was.id().equals(will.id())) {
            causes.add(cause(Kind.PLUGIN_MOVED, Map.of("before", was.id(), "after", will.id())));
            return;
        }
        if (!was.sha256().equals(will.sha256())) {
            causes.add(differing(was, will, Kind.PLUGIN_VERSION, Kind.PLUGIN_CONTENT));
        }
        Map<String, PluginFacts> old = boundBefore.computeIfAbsent(was.id(), id -> bound(id, before.resolution()));
        Map<String, PluginFacts> next = boundAfter.computeIfAbsent(will.id(), id -> bound(id, after.resolution()));
        Set<String> ids = new TreeSet<>(old.keySet());
        ids.addAll(next.keySet());
        ids.forEach(
                id -> compareBound(id, Optional.ofNullable(old.get(id)), Optional.ofNullable(next.get(id)), causes));
    }

    private static void compareBound(
            String id, Optional<PluginFacts> was, Optional<PluginFacts> will, List<Cause> causes) {
        if (was.isEmpty()) {
            String version = will.map(PluginFacts::version).orElse("");
            causes.add(cause(Kind.BOUND_ADDED, Map.of("plugin", id, "version", version)));
        } else if (will.isEmpty()) {
            causes.add(cause(Kind.BOUND_REMOVED, Map.of("plugin", id)));
        } else if (!was.get().sha256().equals(will.get().sha256())) {
            causes.add(differing(was.get(), will.get(), Kind.BOUND_VERSION, Kind.BOUND_CONTENT));
        }
    }

    private static Cause differing(PluginFacts was, PluginFacts will, Kind version, Kind content) {
        return was.version().equals(will.version())
                ? cause(content, Map.of("plugin", will.id(), "version", will.version()))
                : cause(version, Map.of("plugin", will.id(), "before", was.version(), "after", will.version()));
    }

    /** All plugins that one is bound to, directly or through others. */
    private static Map<String, PluginFacts> bound(String id, Resolution resolution) {
        Map<String, PluginFacts> used = new HashMap<>();
        resolution.order().forEach(plugin -> used.put(plugin.id(), plugin));
        Map<String, PluginFacts> bound = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(resolution.boundTo(id));
        while (!open.isEmpty()) {
            String next = open.remove();
            PluginFacts plugin = used.get(next);
            if (plugin != null && bound.putIfAbsent(next, plugin) == null) {
                open.addAll(resolution.boundTo(next));
            }
        }
        return bound;
    }

    private static Cause cause(Kind kind) {
        return cause(kind, Map.of());
    }

    private static Cause cause(Kind kind, Map<String, String> arguments) {
        return new Cause(kind, arguments);
    }
}
