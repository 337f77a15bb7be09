package org.citykit.store;

import java.time.Instant;
import java.util.List;
import org.citykit.api.crisis.Receipt;

/**
 * The outbox: which alert still has to go through which channel. Thread-safe; calls block; a change is on disk when its
 * call returns.
 *
 * <p>A delivery waits until it is settled by a receipt; once settled it never waits again.
 */
public interface DeliveryStore {
    /**
     * Puts a delivery into the outbox. Has no effect if it is there already, whatever has become of it.
     *
     * @param alertId a stored alert
     * @param module the id of the channel's module
     * @param idempotencyKey the same for every attempt, 1 to 200 characters without white space
     * @param due when to try first
     * @throws StoreException with {@link StoreError#ALERT_UNKNOWN}, or {@link StoreError#DELIVERY_CONFLICT} if the key
     *     belongs to another alert or module
     */
    void enqueue(String alertId, String module, String idempotencyKey, Instant due);

    /**
     * The deliveries to be tried now, the longest due first.
     *
     * @param most how many at most, from 1
     */
    List<Delivery> due(Instant now, int most);

    /**
     * Settles a delivery: the channel took it or will never take it. Has no effect on a settled one.
     *
     * @throws StoreException with {@link StoreError#DELIVERY_UNKNOWN}
     */
    void succeeded(String key, Receipt receipt);

    /**
     * Notes a failed attempt. Has no effect on a settled delivery.
     *
     * @param reason why it failed
     * @param next when to try again
     * @param attempts how many attempts have failed by now
     * @throws StoreException with {@link StoreError#DELIVERY_UNKNOWN}
     */
    void failed(String key, String reason, Instant next, int attempts);

    /** All deliveries of an alert, sorted by module and key. */
    List<Delivery> ofAlert(String id);
}
