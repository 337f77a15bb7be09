package org.citykit.portal;

import java.time.ZoneId;
import java.util.List;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.twinning.TwinningItem;
import org.citykit.events.CalendarSnapshot;
import org.citykit.events.EventIndex;
import org.citykit.runtime.Domain;
import org.citykit.twinning.RegistrySnapshot;
import org.citykit.twinning.TwinningIndex;

/** The engines over what the modules hold; each is built anew when its modules' data changes. Thread-safe. */
final class Engines {
    private final HeldModules held;
    private final ZoneId zone;
    private final Rebuilt<TwinningIndex> twinning;
    private final Rebuilt<EventIndex> events;

    /** @param zone the portal's */
    Engines(HeldModules held, ZoneId zone) {
        this.held = held;
        this.zone = zone;
        this.twinning = new Rebuilt<>(TwinningIndex.empty(), this::buildTwinning);
        this.events = new Rebuilt<>(EventIndex.empty(zone), this::buildEvents);
    }

    TwinningIndex twinning() {
        return twinning.get();
    }

    EventIndex events() {
        return events.get();
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
            case EVENTS -> events.rebuild();
            case CRISIS, CHANNEL -> {}
        }
    }

    private TwinningIndex buildTwinning() {
        List<RegistrySnapshot> snapshots = held.of(Domain.TWINNING).stream()
                .map(one ->
                        new RegistrySnapshot(one.snapshot().module(), one.revision(), one.items(TwinningItem.class)))
                .toList();
        return TwinningIndex.of(snapshots);
    }

    private EventIndex buildEvents() {
        List<CalendarSnapshot> snapshots = held.of(Domain.EVENTS).stream()
                .map(one ->
                        new CalendarSnapshot(one.snapshot().module(), one.revision(), one.items(CalendarEvent.class)))
                .toList();
        return EventIndex.of(snapshots, zone);
    }
}
