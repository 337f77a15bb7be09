package org.citykit.portal;

import java.util.List;
import org.citykit.api.twinning.TwinningItem;
import org.citykit.runtime.Domain;
import org.citykit.twinning.RegistrySnapshot;
import org.citykit.twinning.TwinningIndex;

/** The engines over what the modules hold; each is built anew when its modules' data changes. Thread-safe. */
final class Engines {
    private final HeldModules held;
    private final Rebuilt<TwinningIndex> twinning;

    Engines(HeldModules held) {
        this.held = held;
        this.twinning = new Rebuilt<>(TwinningIndex.empty(), this::buildTwinning);
    }

    TwinningIndex twinning() {
        return twinning.get();
    }

    /** Builds every engine on the calling thread. */
    void rebuildAll() {
        for (Domain domain : Domain.values()) {
            rebuild(domain);
        }
    }

    /** Builds the engine of a domain on the calling thread. */
    void rebuild(Domain domain) {
        switch (domain) {
            case TWINNING -> twinning.rebuild();
            case EVENTS, CRISIS, CHANNEL -> {}
        }
    }

    private TwinningIndex buildTwinning() {
        List<RegistrySnapshot> snapshots = held.of(Domain.TWINNING).stream()
                .map(one ->
                        new RegistrySnapshot(one.snapshot().module(), one.revision(), one.items(TwinningItem.class)))
                .toList();
        return TwinningIndex.of(snapshots);
    }
}
