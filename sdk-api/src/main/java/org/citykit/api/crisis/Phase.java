package org.citykit.api.crisis;

/**
 * When in an emergency something is said or done.
 *
 * @since 1.0
 */
public enum Phase {
    /** In calm times. */
    PREPARE,
    /** The first message. */
    FIRST_MESSAGE,
    /** While it goes on. */
    UPDATE,
    /** When something said was wrong, or a rumour goes round. */
    CORRECTION,
    /** The danger is over. */
    ALL_CLEAR,
    /** Afterwards: help, transparency, unity. */
    RECOVERY
}
