package org.citykit.runtime.supervision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.citykit.api.Item;
import org.citykit.api.Records;
import org.citykit.api.Revision;
import org.citykit.api.View;
import org.citykit.api.Views;
import org.citykit.api.crisis.Alert;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.Network;
import org.citykit.runtime.GenerationLog;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.ModuleSnapshot;
import org.citykit.runtime.PortalSettings;
import org.citykit.runtime.RuntimePorts;

/** A portal that keeps everything in memory. */
public class MemoryPorts implements RuntimePorts {
    public final Map<String, ModuleSnapshot> kept = new ConcurrentHashMap<>();
    final Set<String> shown = ConcurrentHashMap.newKeySet();
    final GenerationLog generations = GenerationLog.inMemory();

    @Override
    public Optional<ModuleSnapshot> lastGood(String module) {
        return Optional.ofNullable(kept.get(module));
    }

    @Override
    public void keep(ModuleSnapshot snapshot) {
        kept.put(snapshot.module(), snapshot);
    }

    @Override
    public void adopt(PortalSettings portal, List<ModuleSnapshot> fresh, Set<String> modules) {
        fresh.forEach(this::keep);
        shown.clear();
        shown.addAll(modules);
    }

    @Override
    public GenerationLog generations() {
        return generations;
    }

    @Override
    public Records records(String module, int version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void changed(ModuleHealth health) {}

    @Override
    public Views views(String module) {
        return new Views() {
            @Override
            public View<Agreement> agreements() {
                return of(List.of());
            }

            @Override
            public View<City> cities() {
                return of(List.of());
            }

            @Override
            public View<Network> networks() {
                return of(List.of());
            }

            @Override
            public View<Alert> alerts() {
                return of(List.of());
            }

            @Override
            public View<CalendarEvent> events() {
                return of(kept.values().stream()
                        .filter(snapshot -> !snapshot.module().equals(module))
                        .flatMap(snapshot -> snapshot.items().stream())
                        .map(CalendarEvent.class::cast)
                        .toList());
            }
        };
    }

    private static <T extends Item> View<T> of(List<T> items) {
        return new View<>() {
            @Override
            public Revision revision() {
                return new Revision(Integer.toString(items.size()));
            }

            @Override
            public List<T> items() {
                return items;
            }

            @Override
            public Optional<T> find(String id) {
                return items.stream().filter(item -> item.id().equals(id)).findFirst();
            }
        };
    }
}
