package org.citykit.runtime.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citykit.runtime.Problem;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.resolve.Resolution;

/**
 * Links plugins: gives each a layer of modules that sees the JDK, the API, SLF4J, its own libraries and what the
 * plugins it requires export, and nothing else, whether the host is on the module path or on the class path. Runs
 * nothing of theirs. Thread-safe.
 */
public final class Linker {
    private final HostModules host = new HostModules();

    /** A linker for the JVM as it is now. */
    public Linker() {}

    /** Prepares to link the plugins that are used together, each when it is first asked for. */
    public Links links(Resolution resolution) {
        return links(resolution.order(), resolution.bound());
    }

    /**
     * Prepares to link plugins, each when it is first asked for.
     *
     * @param order each after those it gets
     * @param bound the ids of the plugins that each really gets, by its own id
     */
    public Links links(List<PluginFacts> order, Map<String, List<String>> bound) {
        return Links.of(order, bound, host);
    }

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
        LinkOrder order =
                new LinkOrder(plugins, carried.stream().map(LinkedPlugin::facts).toList());
        List<Problem> problems = new ArrayList<>(order.problems());
        Map<String, PluginSlot> slots = new LinkedHashMap<>();
        Set<String> anew = new HashSet<>();
        plugins.forEach(it -> anew.add(it.id()));
        carried.stream()
                .filter(it -> !anew.contains(it.facts().id()))
                .forEach(it -> slots.put(it.facts().id(), PluginSlot.linked(it, host)));
        List<LinkedPlugin> linked = new ArrayList<>();
        for (PluginFacts facts : order.order()) {
            List<PluginSlot> required = facts.manifest().requires().keySet().stream()
                    .map(slots::get)
                    .toList();
            PluginSlot slot = new PluginSlot(facts, required, host);
            slots.put(facts.id(), slot);
            try {
                linked.add(slot.plugin());
            } catch (PluginLinkException e) {
                problems.addAll(e.problems());
            }
        }
        return new Linking(linked, problems);
    }
}
