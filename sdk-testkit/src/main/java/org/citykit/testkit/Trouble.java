package org.citykit.testkit;

/** How a {@link RecordedWeb} misbehaves. */
public enum Trouble {
    /** Not at all. */
    NONE,
    /** Nobody answers: the connection is refused. */
    UNREACHABLE,
    /** Every answer is 503 Service Unavailable. */
    FAILS,
    /** Every answer is 422 Unprocessable Content. */
    REFUSES,
    /** No answer comes until the caller is interrupted. */
    HANGS,
    /** Every answer breaks off in the middle. */
    BREAKS_OFF
}
