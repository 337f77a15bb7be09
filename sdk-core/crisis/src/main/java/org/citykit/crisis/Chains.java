package org.citykit.crisis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.crisis.Alert;

/** Alerts of one nature and what has become of each at one time. Immutable. */
final class Chains {
    private final Map<String, Alert> alerts;
    private final Map<String, Alert> successors;
    private final Instant asOf;

    private Chains(Map<String, Alert> alerts, Map<String, Alert> successors, Instant asOf) {
        this.alerts = alerts;
        this.successors = successors;
        this.asOf = asOf;
    }

    /** @param appended the earliest first */
    static Chains of(List<Alert> appended, Alert.Nature nature, Instant asOf) {
        Map<String, Alert> alerts = new LinkedHashMap<>();
        Map<String, Alert> successors = new HashMap<>();
        for (Alert alert : appended) {
            if (alert.nature() == nature) {
                alerts.put(alert.id(), alert);
                alert.references().forEach(earlier -> successors.put(earlier, alert));
            }
        }
        return new Chains(alerts, successors, asOf);
    }

    Chains with(Alert alert, Instant now) {
        List<Alert> more = new ArrayList<>(alerts.values());
        more.add(alert);
        return of(more, alert.nature(), now);
    }

    Chains at(Instant now) {
        return new Chains(alerts, successors, now);
    }

    Instant asOf() {
        return asOf;
    }

    Optional<Alert> find(String id) {
        return Optional.ofNullable(alerts.get(id));
    }

    /** The latest alert that refers to this one. */
    Optional<Alert> successor(String id) {
        return Optional.ofNullable(successors.get(id));
    }

    AlertState state(Alert alert) {
        Alert later = successors.get(alert.id());
        if (later != null) {
            return switch (later.message()) {
                case CANCEL -> AlertState.CANCELLED;
                case ALL_CLEAR -> AlertState.CLEARED;
                case ALERT, UPDATE -> AlertState.SUPERSEDED;
            };
        }
        return alert.expires().isAfter(asOf) ? AlertState.IN_FORCE : AlertState.EXPIRED;
    }

    /** Those in force that warn, or those that end a warning, the latest first. */
    List<Alert> inForce(boolean ends) {
        return newestFirst().stream()
                .filter(alert -> endsWarning(alert) == ends && state(alert) == AlertState.IN_FORCE)
                .toList();
    }

    List<Alert> newestFirst() {
        List<Alert> all = new ArrayList<>(alerts.values());
        Collections.reverse(all);
        return List.copyOf(all);
    }

    /** Every alert of the chain that an alert belongs to, the earliest first. */
    List<Alert> chain(String id) {
        Alert last = alerts.get(id);
        if (last == null) {
            return List.of();
        }
        Alert head = successors.getOrDefault(id, last);
        return alerts.values().stream()
                .filter(alert -> alert.equals(head) || head.references().contains(alert.id()))
                .toList();
    }

    Optional<Instant> nextExpiry() {
        return alerts.values().stream()
                .filter(alert -> state(alert) == AlertState.IN_FORCE)
                .map(Alert::expires)
                .min(Comparator.naturalOrder());
    }

    /** Names the state: equal for equal alerts of which the same are in force. */
    String fingerprint() {
        String last = "";
        long inForce = 0;
        for (Alert alert : alerts.values()) {
            last = alert.id();
            inForce += state(alert) == AlertState.IN_FORCE ? 1 : 0;
        }
        return alerts.size() + "-" + inForce + "-" + last;
    }

    static boolean endsWarning(Alert alert) {
        return alert.message() == Alert.Message.CANCEL || alert.message() == Alert.Message.ALL_CLEAR;
    }
}
