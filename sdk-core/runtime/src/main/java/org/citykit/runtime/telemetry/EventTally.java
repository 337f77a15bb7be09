package org.citykit.runtime.telemetry;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts events, and what they say about plugins and the generation. Thread-safe. */
final class EventTally implements Measuring {
    private final Map<String, Long> events = new TreeMap<>();
    private final Set<String> pinned = new HashSet<>();
    private long generation;
    private long linked;
    private long pending;

    synchronized void count(RuntimeEvent event) {
        events.merge(event.getClass().getSimpleName(), 1L, Long::sum);
        if (event instanceof RuntimeEvent.GenerationApplied || event instanceof RuntimeEvent.GenerationRolledBack) {
            generation = event.generation();
        } else if (event instanceof RuntimeEvent.OfPlugin plugin) {
            count(plugin, plugin.plugin() + " " + plugin.version() + " " + plugin.sha256());
        }
    }

    private void count(RuntimeEvent.OfPlugin event, String name) {
        if (event instanceof RuntimeEvent.PluginLinked) {
            linked++;
        } else if (event instanceof RuntimeEvent.PluginReleased) {
            linked--;
            pending++;
        } else if (event instanceof RuntimeEvent.PluginPinned) {
            pending -= pinned.add(name) ? 1 : 0;
        } else if (!pinned.remove(name)) {
            pending--;
        }
    }

    @Override
    public synchronized void measure(Samples samples) {
        events.forEach((event, count) ->
                samples.counter("citykit_events", "What happened in the runtime.", count, "event", event));
        samples.gauge("citykit_generation", "The generation that is live.", (double) generation);
        String help = "Plugins that are linked, released, or released and still in memory.";
        samples.gauge("citykit_plugins", help, (double) linked, "state", "linked");
        samples.gauge("citykit_plugins", help, (double) pending, "state", "pending");
        samples.gauge("citykit_plugins", help, pinned.size(), "state", "pinned");
    }
}
