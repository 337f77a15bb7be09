package org.citykit.runtime.telemetry;

/** One call of vendor code as JDK Flight Recorder sees it. Confined to one thread. */
public interface CallSpan {
    /** Records that the call has ended. */
    void end(CallOutcome outcome);
}
