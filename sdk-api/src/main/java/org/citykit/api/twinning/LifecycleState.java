package org.citykit.api.twinning;

/**
 * Where a relation stands.
 *
 * @since 1.0
 */
public enum LifecycleState {
    /** One side has suggested it. */
    PROPOSED(false),
    /** The sides talk. */
    NEGOTIATING(false),
    /** Council and national authorities, where they must, have agreed. */
    AUTHORISED(false),
    /** Both heads have signed. */
    SIGNED(true),
    /** Something is done under it. */
    ACTIVE(true),
    /** It stands on paper. */
    DORMANT(true),
    /** Stopped for a time by a decision. */
    SUSPENDED(false),
    /** Ended by a decision. */
    ENDED(false),
    /** Came to the end of its term. */
    EXPIRED(false),
    /** Replaced by another agreement. */
    SUPERSEDED(false),
    /** Was never valid. */
    VOID(false);

    private final boolean inForce;

    LifecycleState(boolean inForce) {
        this.inForce = inForce;
    }

    /** True if the agreement binds its parties in this state. */
    public boolean inForce() {
        return inForce;
    }
}
