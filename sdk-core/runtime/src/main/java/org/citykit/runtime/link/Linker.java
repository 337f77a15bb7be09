package org.citykit.runtime.link;

import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ResolutionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.plugin.PluginFacts;

/**
 * Links plugins: gives each a layer of modules that sees the JDK, the API, SLF4J, its own libraries and what the
 * plugins it requires export, and nothing else, whether the host is on the module path or on the class path. Runs
 * nothing of theirs. Thread-safe.
 */
public final class Linker {
    private final HostModules host = new HostModules();

    /** A linker for the JVM as it is now. */
    public Linker() {}

    /** Links plugins that require each other at most. */
    public Linking link(Collection<PluginFacts> plugins) {
        return link(plugins, List.of());
    }

    /**
     * Links plugins in the order in which they require each other. One that cannot be linked costs those that require
     * it, and nobody else.
     *
     * @param plugins what is to be linked
     * @param carried linked before, and still to be used by those that require them
     */
    public Linking link(Collection<PluginFacts> plugins, Collection<LinkedPlugin> carried) {
        Map<String, LinkedPlugin> known = new LinkedHashMap<>();
        carried.forEach(it -> known.put(it.facts().id(), it));
        LinkOrder order =
                new LinkOrder(plugins, carried.stream().map(LinkedPlugin::facts).toList());
        plugins.forEach(it -> known.remove(it.id()));
        List<LinkedPlugin> linked = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(order.problems());
        for (PluginFacts facts : order.order()) {
            List<Problem> refused = linkOne(facts, known, linked);
            problems.addAll(refused);
        }
        return new Linking(linked, problems);
    }

    private List<Problem> linkOne(PluginFacts facts, Map<String, LinkedPlugin> known, List<LinkedPlugin> linked) {
        for (String id : facts.manifest().requires().keySet()) {
            if (!known.containsKey(id)) {
                return List.of(problem(
                        RuntimeError.DEPENDENCY_MISSING,
                        facts,
                        "It requires plugin " + id + ", which cannot be linked. Mend that one first."));
            }
        }
        Map<String, LinkedPlugin> required = required(facts, known);
        ModuleSet modules = new ModuleSet(facts, host);
        List<Problem> problems = new RequirementCheck(facts, modules, host, required.keySet()).problems();
        if (!problems.isEmpty()) {
            return problems;
        }
        try {
            LinkedPlugin plugin = new LayerMaker(facts, modules, host, required.values()).make();
            known.put(facts.id(), plugin);
            linked.add(plugin);
            return List.of();
        } catch (IOException e) {
            return List.of(problem(
                    RuntimeError.PLUGIN_UNREADABLE,
                    facts,
                    "Its staged copy cannot be read: " + e.getMessage() + ". Check the disk of the data folder."));
        } catch (FindException
                | ResolutionException
                | LayerInstantiationException
                | IllegalArgumentException
                | LinkageError e) {
            return List.of(problem(
                    RuntimeError.PLUGIN_UNLINKABLE,
                    facts,
                    "Its modules do not fit together: " + e.getMessage() + ". Ask its vendor for another file."));
        }
    }

    /** The plugins it requires, and those that these require for everybody who requires them. */
    private static Map<String, LinkedPlugin> required(PluginFacts facts, Map<String, LinkedPlugin> known) {
        Map<String, LinkedPlugin> required = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(facts.manifest().requires().keySet());
        while (!open.isEmpty()) {
            LinkedPlugin plugin = known.get(open.pop());
            if (plugin != null && required.putIfAbsent(plugin.facts().id(), plugin) == null) {
                plugin.facts().descriptor().requires().stream()
                        .filter(it -> it.modifiers().contains(Requires.Modifier.TRANSITIVE))
                        .map(Requires::name)
                        .filter(plugin.facts().manifest().requires()::containsKey)
                        .forEach(open::push);
            }
        }
        return required;
    }

    private static Problem problem(RuntimeError code, PluginFacts facts, String message) {
        return new Problem(code, "", facts.fileName(), 0, 0, message);
    }
}
