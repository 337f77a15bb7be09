package org.citykit.portal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.citykit.runtime.Generation;
import org.citykit.runtime.GenerationLog;
import org.citykit.store.GenerationStore;
import org.citykit.store.StoredGeneration;

/** The runtime's generations in the portal's store. Thread-safe. */
final class StoredGenerations implements GenerationLog {
    private final GenerationStore store;

    StoredGenerations(GenerationStore store) {
        this.store = store;
    }

    @Override
    public List<Generation> all() {
        return store.all().stream().map(StoredGenerations::unpacked).toList();
    }

    @Override
    public void add(Generation next, int keep) {
        store.add(packed(next), keep);
    }

    private static StoredGeneration packed(Generation generation) {
        return new StoredGeneration(
                generation.number(),
                generation.since(),
                generation.cause().name().toLowerCase(Locale.ROOT),
                generation.file(),
                generation.home().toString(),
                generation.text(),
                generation.seen(),
                generation.plugins().stream()
                        .map(plugin -> new StoredGeneration.Plugin(
                                plugin.id(),
                                plugin.version(),
                                plugin.sha256(),
                                plugin.file().toString()))
                        .toList());
    }

    private static Generation unpacked(StoredGeneration stored) {
        return new Generation(
                stored.number(),
                stored.since(),
                Generation.Cause.valueOf(stored.cause().toUpperCase(Locale.ROOT)),
                stored.file(),
                Path.of(stored.home()),
                stored.text(),
                stored.seen(),
                stored.plugins().stream()
                        .map(plugin -> new Generation.PinnedPlugin(
                                plugin.id(), plugin.version(), plugin.sha256(), Path.of(plugin.file())))
                        .toList());
    }
}
