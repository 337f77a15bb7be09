package org.citykit.portal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.Item;
import org.citykit.api.Revision;
import org.citykit.events.WithdrawnEvent;
import org.citykit.runtime.Domain;
import org.citykit.runtime.ModuleSnapshot;
import org.citykit.store.SnapshotStore;
import org.citykit.store.StoredSnapshot;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last good data of every module, in memory and in the store. Thread-safe. */
final class HeldModules {
    private static final Logger LOG = LoggerFactory.getLogger(HeldModules.class);
    private static final String FINGERPRINT = "fingerprint";
    private static final String CURSOR = "cursor";
    private static final String SEEN = "seen";

    /**
     * A module's data under its revision.
     *
     * @param revision names the items
     * @param snapshot the items and what is known of them
     */
    record Held(Revision revision, ModuleSnapshot snapshot) {
        /** The items of one kind. */
        <T extends Item> List<T> items(Class<T> type) {
            return snapshot.items().stream()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }
    }

    private final SnapshotStore store;
    private final Map<String, Held> held = new TreeMap<>();
    private final WithdrawnEvents withdrawn;
    private List<String> order = List.of();

    HeldModules(SnapshotStore store) {
        this.store = store;
        this.withdrawn = new WithdrawnEvents(store);
    }

    /**
     * Takes what is stored of some modules into memory; what cannot be read is told and left out.
     *
     * @param modules in the order of the portal
     */
    void load(Collection<String> modules) {
        Map<String, Held> found = new LinkedHashMap<>();
        modules.forEach(module -> stored(module).ifPresent(loaded -> found.put(module, loaded)));
        modules.forEach(withdrawn::load);
        synchronized (this) {
            order = List.copyOf(modules);
            held.putAll(found);
        }
    }

    /**
     * Stores a snapshot and then holds it.
     *
     * @return true if its items differ from those held before
     */
    boolean keep(ModuleSnapshot snapshot) {
        boolean missed = withdrawn.note(Optional.ofNullable(held().get(snapshot.module())), snapshot);
        Revision revision = store.save(packed(snapshot));
        synchronized (this) {
            Held before = held.put(snapshot.module(), new Held(revision, snapshot));
            return missed || before == null || !before.revision().equals(revision);
        }
    }

    /**
     * Stores what changed modules hold and then holds it, all at once, and lets go of what belongs to no module any
     * more; that stays stored. If anything cannot be stored, what was stored before is stored again.
     *
     * @param fresh what changed modules hold
     * @param modules the ids of all modules from now on, in the order of the portal
     * @return the domains in which the items are others now
     */
    Set<Domain> adopt(List<ModuleSnapshot> fresh, Set<String> modules) {
        Map<String, Held> next = new TreeMap<>(held());
        next.keySet().retainAll(modules);
        modules.stream()
                .filter(module -> !next.containsKey(module))
                .forEach(module -> stored(module).ifPresent(found -> next.put(module, found)));
        modules.forEach(withdrawn::load);
        fresh.forEach(snapshot -> withdrawn.note(Optional.ofNullable(next.get(snapshot.module())), snapshot));
        saved(fresh).forEach(one -> next.put(one.snapshot().module(), one));
        synchronized (this) {
            Set<Domain> changed = EnumSet.noneOf(Domain.class);
            if (!order.equals(List.copyOf(modules))) {
                changed.add(Domain.EVENTS); // the calendar that comes first is believed
            }
            order = List.copyOf(modules);
            held.forEach((module, before) -> noteIfChanged(before, next.get(module), changed));
            next.forEach((module, now) -> noteIfChanged(now, held.get(module), changed));
            held.clear();
            held.putAll(next);
            return changed;
        }
    }

    /** What a module holds, or what is stored of one that is no module at the moment. */
    Optional<ModuleSnapshot> snapshot(String module) {
        return Optional.ofNullable(held().get(module)).or(() -> stored(module)).map(Held::snapshot);
    }

    private synchronized Map<String, Held> held() {
        return Map.copyOf(held);
    }

    private Optional<Held> stored(String module) {
        try {
            return store.load(module).flatMap(HeldModules::unpacked);
        } catch (CityKitException unreadable) {
            LOG.error("The stored data of module '{}' is left out: {}", module, unreadable.getMessage());
            return Optional.empty();
        }
    }

    private List<Held> saved(List<ModuleSnapshot> fresh) {
        List<Held> saved = new ArrayList<>();
        try {
            fresh.forEach(snapshot -> saved.add(new Held(store.save(packed(snapshot)), snapshot)));
            return saved;
        } catch (RuntimeException notStored) {
            saved.forEach(one -> Optional.ofNullable(held().get(one.snapshot().module()))
                    .ifPresent(before -> store.save(packed(before.snapshot()))));
            throw notStored;
        }
    }

    private static void noteIfChanged(Held one, @Nullable Held other, Set<Domain> changed) {
        if (other == null || !one.revision().equals(other.revision())) {
            changed.add(one.snapshot().domain());
        }
    }

    synchronized boolean isEmpty() {
        return held.isEmpty();
    }

    synchronized boolean holdsAll(List<String> modules) {
        return held.keySet().containsAll(modules);
    }

    /** What a module's calendar held once. */
    List<WithdrawnEvent> withdrawn(String module) {
        return withdrawn.of(module);
    }

    /** What the modules of a domain hold, in the order of the portal. */
    synchronized List<Held> inOrder(Domain domain) {
        List<Held> all = new ArrayList<>(of(domain));
        all.sort(Comparator.comparingInt(one -> {
            int place = order.indexOf(one.snapshot().module());
            return place < 0 ? order.size() : place;
        }));
        return all;
    }

    /** What the modules of a domain hold, by module. */
    synchronized List<Held> of(Domain domain) {
        List<Held> all = new ArrayList<>();
        held.values().stream().filter(one -> one.snapshot().domain() == domain).forEach(all::add);
        return all;
    }

    private static StoredSnapshot packed(ModuleSnapshot snapshot) {
        return new StoredSnapshot(
                snapshot.module(),
                snapshot.domain().name(),
                snapshot.provider(),
                snapshot.pluginVersion(),
                Cursor.ofParts(Map.of(
                        FINGERPRINT, Cursor.of(snapshot.fingerprint()),
                        CURSOR, snapshot.cursor(),
                        SEEN, seen(snapshot.seen()))),
                Revision.NONE,
                snapshot.fetchedAt(),
                snapshot.items(),
                snapshot.defects(),
                snapshot.defectCount());
    }

    private static Optional<Held> unpacked(StoredSnapshot stored) {
        return domain(stored.domain())
                .map(domain -> new Held(
                        stored.revision(),
                        new ModuleSnapshot(
                                stored.module(),
                                domain,
                                stored.provider(),
                                stored.pluginVersion(),
                                stored.cursor().part(FINGERPRINT).value(),
                                stored.cursor().part(CURSOR),
                                stored.fetchedAt(),
                                stored.items(),
                                stored.defects(),
                                stored.defectCount(),
                                seen(stored.cursor().part(SEEN)))));
    }

    private static Cursor seen(Map<String, Revision> views) {
        Map<String, Cursor> parts = new TreeMap<>();
        views.forEach((name, revision) -> parts.put(name, Cursor.of(revision.value())));
        return Cursor.ofParts(parts);
    }

    private static Map<String, Revision> seen(Cursor stored) {
        Map<String, Revision> views = new TreeMap<>();
        stored.parts().forEach((name, revision) -> views.put(name, new Revision(revision.value())));
        return views;
    }

    private static Optional<Domain> domain(String name) {
        for (Domain domain : Domain.values()) {
            if (domain.name().equals(name)) {
                return Optional.of(domain);
            }
        }
        return Optional.empty();
    }
}
