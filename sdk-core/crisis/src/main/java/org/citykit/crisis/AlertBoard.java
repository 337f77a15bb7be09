package org.citykit.crisis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citykit.api.Revision;
import org.citykit.api.crisis.Alert;

/**
 * Every real alert of the portal and what has become of it at one time. Exercises never stand on it.
 *
 * <p>Immutable and thread-safe.
 */
public final class AlertBoard {
    private final Chains chains;
    private final Revision revision;
    private final List<Alert> inForce;
    private final List<Alert> ended;
    private final List<Alert> history;

    AlertBoard(Chains chains) {
        this.chains = chains;
        this.revision = new Revision(chains.fingerprint());
        this.inForce = chains.inForce(false);
        this.ended = chains.inForce(true);
        this.history = chains.newestFirst();
    }

    /** Changes with every alert that is published or expires; the same after a restart. */
    public Revision revision() {
        return revision;
    }

    /** The time for which it holds. */
    public Instant asOf() {
        return chains.asOf();
    }

    /** The alerts and updates that hold, the latest first: not expired, replaced, cancelled or cleared. */
    public List<Alert> inForce() {
        return inForce;
    }

    /** The cancellations and all-clears that have not expired, the latest first. */
    public List<Alert> ended() {
        return ended;
    }

    /** All alerts, the latest first. */
    public List<Alert> history() {
        return history;
    }

    /** The alert of an id. */
    public Optional<Alert> alert(String id) {
        return chains.find(id);
    }

    /** What has become of an alert. */
    public Optional<AlertState> state(String id) {
        return chains.find(id).map(chains::state);
    }

    /** The latest alert that refers to an alert, if one does. */
    public Optional<Alert> successor(String id) {
        return chains.successor(id);
    }

    /** The alerts of the chain that an alert belongs to, the earliest first; empty for an unknown id. */
    public List<Alert> chain(String id) {
        return chains.chain(id);
    }

    /** When the next alert expires, if any will. */
    public Optional<Instant> nextExpiry() {
        return chains.nextExpiry();
    }

    Chains chains() {
        return chains;
    }
}
