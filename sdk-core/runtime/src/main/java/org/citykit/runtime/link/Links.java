package org.citykit.runtime.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.plugin.PluginFacts;

/**
 * The plugins of one generation, each linked when it is first asked for. Threads that ask for different plugins never
 * wait for each other, unless for one that both need. Thread-safe.
 */
public final class Links {
    private final Map<String, PluginSlot> slots;
    private final HostModules host;

    private Links(Map<String, PluginSlot> slots, HostModules host) {
        this.slots = slots;
        this.host = host;
    }

    static Links of(List<PluginFacts> order, Map<String, List<String>> bound, HostModules host) {
        Map<String, PluginSlot> slots = new LinkedHashMap<>();
        for (PluginFacts facts : order) {
            List<PluginSlot> required = new ArrayList<>();
            for (String id : bound.getOrDefault(facts.id(), List.of())) {
                required.add(slotIn(slots, id));
            }
            slots.put(facts.id(), new PluginSlot(facts, required, host));
        }
        return new Links(Collections.unmodifiableMap(slots), host);
    }

    /**
     * The same generation, with those plugins of an earlier one that are the same down to what they get: linked or not,
     * they are shared. Everything that gets a plugin that is not the same is new as well.
     */
    public Links carriedFrom(Links previous) {
        Map<String, PluginSlot> carried = new LinkedHashMap<>();
        for (PluginSlot slot : slots.values()) {
            List<PluginSlot> required = new ArrayList<>();
            slot.bound().forEach(it -> required.add(slotIn(carried, it.facts().id())));
            PluginSlot earlier = previous.slots.get(slot.facts().id());
            boolean same = earlier != null
                    && earlier.facts().sha256().equals(slot.facts().sha256())
                    && earlier.facts().file().equals(slot.facts().file())
                    && earlier.bound().equals(required);
            carried.put(slot.facts().id(), same ? earlier : new PluginSlot(slot.facts(), required, host));
        }
        return new Links(Collections.unmodifiableMap(carried), host);
    }

    private static PluginSlot slotIn(Map<String, PluginSlot> slots, String id) {
        PluginSlot slot = slots.get(id);
        if (slot == null) {
            throw new IllegalArgumentException("plugin " + id + " does not come before those that get it");
        }
        return slot;
    }

    /** The ids of all plugins, each after those it gets. */
    public Set<String> ids() {
        return slots.keySet();
    }

    /** What a plugin is linked from, if there is one of the id. */
    public Optional<PluginFacts> facts(String id) {
        return Optional.ofNullable(slots.get(id)).map(PluginSlot::facts);
    }

    /**
     * A plugin, which is linked now if it was not before, after those it gets.
     *
     * @throws PluginLinkException when it cannot be linked, or there is none of the id; the next call tries again
     */
    public LinkedPlugin plugin(String id) {
        PluginSlot slot = slots.get(id);
        if (slot == null) {
            throw new PluginLinkException(List.of(new Problem(
                    RuntimeError.DEPENDENCY_MISSING,
                    "",
                    "",
                    0,
                    0,
                    "There is no usable plugin " + id + ". Add its file to the folder of plugins.")));
        }
        return slot.plugin();
    }

    /** Those that were linked so far, each after those it gets. */
    public List<LinkedPlugin> linked() {
        return slots.values().stream().flatMap(slot -> slot.linked().stream()).toList();
    }

    /**
     * Ends this generation: what the next one does not share is never linked any more, and what of it was linked is
     * given to the caller to be closed.
     *
     * @return what only this generation had, each before those it gets
     */
    public List<LinkedPlugin> retire(Links next) {
        Map<String, PluginSlot> kept = new HashMap<>(next.slots);
        List<LinkedPlugin> left = new ArrayList<>();
        for (PluginSlot slot : slots.values()) {
            if (kept.get(slot.facts().id()) != slot) {
                slot.retire();
                slot.linked().ifPresent(left::add);
            }
        }
        Collections.reverse(left);
        return left;
    }

    /** Ends this generation when none follows. */
    public List<LinkedPlugin> retire() {
        return retire(new Links(Map.of(), host));
    }
}
