package org.citykit.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.Revision;
import org.citykit.api.events.CalendarEvent;
import org.citykit.events.WithdrawnEvent;
import org.citykit.runtime.Domain;
import org.citykit.runtime.ModuleSnapshot;
import org.citykit.store.SnapshotStore;
import org.citykit.store.StoredSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes which events calendars have given up, so that their addresses can say so. The newest {@value #MOST} of each
 * module are kept, in the store too, beside the module's snapshot. Thread-safe.
 */
final class WithdrawnEvents {
    static final int MOST = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(WithdrawnEvents.class);
    /** No id of a module holds this character. */
    private static final String PREFIX = "withdrawn~";

    private final SnapshotStore store;
    private final Map<String, List<WithdrawnEvent>> byModule = new HashMap<>();

    WithdrawnEvents(SnapshotStore store) {
        this.store = store;
    }

    /** What a module held once, the newest first. */
    synchronized List<WithdrawnEvent> of(String module) {
        return byModule.getOrDefault(module, List.of());
    }

    /** Takes what is stored of a module into memory, once; what cannot be read is told and left out. */
    synchronized void load(String module) {
        byModule.computeIfAbsent(module, this::stored);
    }

    /**
     * Notes what a module no longer holds. What it holds again is forgotten.
     *
     * @return true if anything was missed for the first time, or has come back
     */
    synchronized boolean note(Optional<HeldModules.Held> before, ModuleSnapshot now) {
        if (now.domain() != Domain.EVENTS) {
            return false;
        }
        List<CalendarEvent> present = events(now);
        Set<String> ids = new HashSet<>();
        present.forEach(event -> ids.add(event.id()));
        List<WithdrawnEvent> next = new ArrayList<>();
        before.ifPresent(held -> held.items(CalendarEvent.class).stream()
                .filter(event -> !ids.contains(event.id()))
                .forEach(event -> next.add(WithdrawnEvent.of(now.module(), event, now.fetchedAt()))));
        Set<String> missed = new HashSet<>(ids);
        next.forEach(gone -> missed.add(gone.event().id()));
        List<WithdrawnEvent> known = of(now.module());
        known.stream().filter(gone -> !missed.contains(gone.event().id())).forEach(next::add);
        List<WithdrawnEvent> kept = List.copyOf(next.subList(0, Math.min(MOST, next.size())));
        if (kept.equals(known)) {
            return false;
        }
        save(now, kept);
        byModule.put(now.module(), kept);
        return true;
    }

    private static List<CalendarEvent> events(ModuleSnapshot snapshot) {
        return snapshot.items().stream()
                .filter(CalendarEvent.class::isInstance)
                .map(CalendarEvent.class::cast)
                .toList();
    }

    private void save(ModuleSnapshot now, List<WithdrawnEvent> withdrawn) {
        store.save(new StoredSnapshot(
                PREFIX + now.module(),
                now.domain().name(),
                now.provider(),
                now.pluginVersion(),
                Cursor.start(),
                Revision.NONE,
                now.fetchedAt(),
                withdrawn.stream().map(WithdrawnEvent::event).toList(),
                List.of(),
                0));
    }

    private List<WithdrawnEvent> stored(String module) {
        try {
            return store.load(PREFIX + module).stream()
                    .flatMap(snapshot -> snapshot.items().stream()
                            .filter(CalendarEvent.class::isInstance)
                            .map(CalendarEvent.class::cast)
                            .map(event -> WithdrawnEvent.of(
                                    module, event, event.changed().orElse(snapshot.fetchedAt()))))
                    .toList();
        } catch (CityKitException unreadable) {
            LOG.error("What module '{}' held once is left out: {}", module, unreadable.getMessage());
            return List.of();
        }
    }
}
