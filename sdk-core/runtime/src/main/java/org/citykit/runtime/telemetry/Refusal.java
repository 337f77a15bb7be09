package org.citykit.runtime.telemetry;

/** Why a call of vendor code was not made. */
public enum Refusal {
    /** Too many of the module's last calls failed or were slow; it gets a pause. */
    CIRCUIT_OPEN,
    /** As many calls wait for the module already as may wait. */
    QUEUE_FULL,
    /** A thread of the module does not come back from an earlier call. */
    QUARANTINED,
    /** The module is closed or closing. */
    CLOSED
}
