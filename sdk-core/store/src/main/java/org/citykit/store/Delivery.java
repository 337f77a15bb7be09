package org.citykit.store;

import java.time.Instant;
import java.util.Optional;
import org.citykit.api.crisis.Receipt;

/**
 * An alert on its way through one channel.
 *
 * @param alert the alert's id
 * @param module the id of the channel's module
 * @param key the idempotency key
 * @param due when to try next, to the millisecond; of a settled delivery, when it was last due
 * @param attempts how many attempts have failed
 * @param reason why the last attempt failed, or empty
 * @param receipt how it ended; absent while it is still to be made
 */
public record Delivery(
        String alert, String module, String key, Instant due, int attempts, String reason, Optional<Receipt> receipt) {
    /** True if there is nothing left to do. */
    public boolean isSettled() {
        return receipt.isPresent();
    }
}
