package org.citykit.api.events;

/**
 * Whether an event takes place.
 *
 * @since 1.0
 */
public enum EventStatus {
    /** It takes place. */
    CONFIRMED,
    /** Perhaps. */
    TENTATIVE,
    /** Later, at a time not yet known. */
    POSTPONED,
    /** It does not take place; shown as cancelled, not hidden. */
    CANCELLED
}
