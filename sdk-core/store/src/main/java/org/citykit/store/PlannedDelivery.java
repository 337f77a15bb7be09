package org.citykit.store;

import java.time.Instant;
import java.util.Objects;

/**
 * A delivery still to be enqueued.
 *
 * @param module the id of the channel's module
 * @param key the idempotency key: the same for every attempt, 1 to 200 characters without white space
 * @param due when to try first
 */
public record PlannedDelivery(String module, String key, Instant due) {
    public PlannedDelivery {
        Given.id("module", module);
        Given.id("key", key);
        Objects.requireNonNull(due, "due");
    }
}
