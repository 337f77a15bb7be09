package org.citykit.runtime;

import java.util.Optional;
import org.citykit.api.crisis.Receipt;

/**
 * How one attempt to hand an alert to a channel ended: with a receipt, or with a problem that a later attempt may not
 * meet. Immutable.
 *
 * @param receipt the channel's receipt
 * @param problem why there is none
 */
public record Handover(Optional<Receipt> receipt, Optional<Problem> problem) {}
