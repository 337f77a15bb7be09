package org.citykit.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.citykit.api.crisis.Alert;
import org.citykit.crisis.AlertJournal;
import org.citykit.crisis.ExerciseAlert;
import org.citykit.crisis.LiveAlert;
import org.citykit.store.Delivery;
import org.citykit.store.PlannedDelivery;
import org.citykit.store.Store;

/** The alerts in the store, each with its deliveries in the outbox. Thread-safe. */
final class StoredAlerts implements AlertJournal {
    private final Store store;
    private final Clock clock;

    StoredAlerts(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void append(LiveAlert alert, List<String> modules) {
        Instant now = clock.instant();
        String id = alert.alert().id();
        store.alerts()
                .append(
                        alert.alert(),
                        modules.stream()
                                .map(module -> new PlannedDelivery(module, id + "." + module, now))
                                .toList());
    }

    @Override
    public void append(ExerciseAlert exercise) {
        store.alerts().append(exercise.alert());
    }

    @Override
    public List<Alert> all() {
        return store.alerts().all();
    }

    @Override
    public List<String> modulesOf(String alertId) {
        return store.deliveries().ofAlert(alertId).stream()
                .map(Delivery::module)
                .distinct()
                .toList();
    }
}
