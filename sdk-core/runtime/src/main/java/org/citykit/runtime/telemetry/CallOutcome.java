package org.citykit.runtime.telemetry;

/** How one call of vendor code ended. */
public enum CallOutcome {
    /** It returned a value. */
    DONE,
    /** It threw, or returned null. */
    FAILED,
    /** It ran past its limit, was interrupted, and came back. */
    LATE,
    /** It ran past its limit and did not come back; its thread is left behind. */
    ABANDONED,
    /** It was not made. */
    REFUSED
}
