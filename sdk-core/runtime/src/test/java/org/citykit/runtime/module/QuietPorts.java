package org.citykit.runtime.module;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.citykit.api.Records;
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

/** A portal that only takes down what it is told. */
final class QuietPorts implements RuntimePorts {
    final Queue<ModuleSnapshot> kept = new ConcurrentLinkedQueue<>();
    final Queue<ModuleHealth> told = new ConcurrentLinkedQueue<>();

    @Override
    public Optional<ModuleSnapshot> lastGood(String module) {
        return Optional.empty();
    }

    @Override
    public void keep(ModuleSnapshot snapshot) {
        kept.add(snapshot);
    }

    @Override
    public void adopt(PortalSettings portal, List<ModuleSnapshot> fresh, Set<String> modules) {
        throw new UnsupportedOperationException();
    }

    @Override
    public GenerationLog generations() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Records records(String module, int version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Views views(String module) {
        return new Views() {
            @Override
            public View<Agreement> agreements() {
                throw new UnsupportedOperationException();
            }

            @Override
            public View<City> cities() {
                throw new UnsupportedOperationException();
            }

            @Override
            public View<Network> networks() {
                throw new UnsupportedOperationException();
            }

            @Override
            public View<CalendarEvent> events() {
                throw new UnsupportedOperationException();
            }

            @Override
            public View<Alert> alerts() {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public void changed(ModuleHealth health) {
        told.add(health);
    }
}
