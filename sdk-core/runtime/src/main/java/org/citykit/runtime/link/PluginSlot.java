package org.citykit.runtime.link;

import java.lang.module.FindException;
import java.lang.module.ResolutionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.image.ModuleShape;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.PluginRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * A plugin that is linked when it is first asked for, after those it gets. Only threads that want the same plugin wait
 * for each other. One that failed is tried again, since what was wrong may have been mended. Thread-safe.
 */
final class PluginSlot {
    private final PluginFacts facts;
    private final List<PluginSlot> bound;
    private final HostModules host;
    private volatile @Nullable LinkedPlugin linked;
    private boolean retired;

    /** @param bound the slots of the plugins that this one really gets */
    PluginSlot(PluginFacts facts, List<PluginSlot> bound, HostModules host) {
        this.facts = facts;
        this.bound = List.copyOf(bound);
        this.host = host;
    }

    PluginFacts facts() {
        return facts;
    }

    List<PluginSlot> bound() {
        return bound;
    }

    Optional<LinkedPlugin> linked() {
        return Optional.ofNullable(linked);
    }

    /** Links nothing any more; what is linked already stays. */
    synchronized void retire() {
        retired = true;
    }

    /** @throws PluginLinkException when it cannot be linked */
    LinkedPlugin plugin() {
        LinkedPlugin known = linked;
        return known != null ? known : linkOnce();
    }

    private synchronized LinkedPlugin linkOnce() {
        LinkedPlugin known = linked;
        if (known == null) {
            if (retired) {
                throw refused(RuntimeError.RUNTIME_CLOSED, "Its generation was replaced before it was needed.");
            }
            known = link(required());
            linked = known;
        }
        return known;
    }

    /** The plugins it gets, and those that these require for everybody who requires them. */
    private Map<String, LinkedPlugin> required() {
        if (bound.isEmpty()) {
            return Map.of();
        }
        Map<String, LinkedPlugin> required = new LinkedHashMap<>();
        for (PluginSlot slot : bound) {
            try {
                slot.add(required);
            } catch (PluginLinkException e) {
                throw refused(
                        RuntimeError.DEPENDENCY_MISSING,
                        "It requires plugin " + slot.facts.id() + ", which cannot be linked. Mend that one first.");
            }
        }
        return required;
    }

    private void add(Map<String, LinkedPlugin> required) {
        if (required.putIfAbsent(facts.id(), plugin()) == null) {
            for (ModuleShape.Need need : facts.module().requires()) {
                if (need.isTransitive()) {
                    for (PluginSlot slot : bound) {
                        if (slot.facts.id().equals(need.name())) {
                            slot.add(required);
                        }
                    }
                }
            }
        }
    }

    private LinkedPlugin link(Map<String, LinkedPlugin> required) {
        try {
            LinkedImage image = new LinkedImage(facts);
            ModuleSet modules = new ModuleSet(image.jars(), host);
            List<Problem> problems = new RequirementCheck(facts, modules, host, required.keySet()).problems();
            if (!problems.isEmpty()) {
                throw new PluginLinkException(problems);
            }
            return new LayerMaker(facts, image, modules, host, required.values()).make();
        } catch (PluginRefusedException e) {
            throw new PluginLinkException(e.problems());
        } catch (FindException
                | ResolutionException
                | LayerInstantiationException
                | IllegalArgumentException
                | IllegalStateException
                | LinkageError e) {
            throw refused(
                    RuntimeError.PLUGIN_UNLINKABLE,
                    "Its modules do not fit together: " + e.getMessage() + ". Ask its vendor for another file.");
        }
    }

    private PluginLinkException refused(RuntimeError code, String message) {
        return new PluginLinkException(List.of(new Problem(code, "", facts.fileName(), 0, 0, message)));
    }
}
