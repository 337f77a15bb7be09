package org.citykit.crisis;

/** What has become of an alert. */
public enum AlertState {
    /** It holds. */
    IN_FORCE,
    /** A later one has replaced it. */
    SUPERSEDED,
    /** It was taken back. */
    CANCELLED,
    /** Its danger is over. */
    CLEARED,
    /** Its time is up. */
    EXPIRED
}
