package org.citykit.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.citykit.api.crisis.Alert;

/**
 * Every alert that was ever published, in the order of publication; nothing is changed or deleted. Thread-safe; calls
 * block; an alert is on disk when {@code append} returns.
 */
public interface AlertStore {
    /**
     * Adds an alert.
     *
     * @throws StoreException with {@link StoreError#ALERT_EXISTS} if there is one of its id
     */
    default void append(Alert alert) {
        append(alert, List.of());
    }

    /**
     * Adds an alert together with its deliveries: a crash leaves all of them or none.
     *
     * @throws StoreException with {@link StoreError#ALERT_EXISTS} if there is an alert of its id, or
     *     {@link StoreError#DELIVERY_CONFLICT} if a key belongs to another alert
     */
    void append(Alert alert, Collection<PlannedDelivery> deliveries);

    /**
     * All alerts, the earliest first.
     *
     * @throws StoreException with {@link StoreError#CONTENT_UNREADABLE} if one cannot be read
     */
    List<Alert> all();

    /**
     * The alert of an id.
     *
     * @throws StoreException with {@link StoreError#CONTENT_UNREADABLE} if it cannot be read
     */
    Optional<Alert> find(String id);
}
