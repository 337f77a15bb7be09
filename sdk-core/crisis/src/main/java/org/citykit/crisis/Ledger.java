package org.citykit.crisis;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.citykit.api.crisis.Alert;

/**
 * The alerts of one nature, and the rules of what may follow what.
 *
 * <p>Confined to the lock of the desk, but for {@link #chains}, which any thread may read.
 */
final class Ledger {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9]{1,40}");
    private static final int ATTEMPTS = 100;

    private final DeskPorts ports;
    private final Alert.Nature nature;
    private volatile Chains chains;

    Ledger(DeskPorts ports, Alert.Nature nature, Chains chains) {
        this.ports = ports;
        this.nature = nature;
        this.chains = chains;
    }

    Chains chains() {
        return chains;
    }

    /** The state as of now. */
    Chains now() {
        return chains.at(ports.clock().instant());
    }

    Composition compose(Draft draft) {
        return Composer.compose(draft.wording(), ports.book().get());
    }

    /** Makes an alert without keeping it. */
    Alert make(
            Announcement announcement,
            Optional<String> previous,
            Draft draft,
            Composition said,
            Predicate<String> taken) {
        Instant now = ports.clock().instant();
        Chains current = chains.at(now);
        Optional<Alert> earlier = previous.map(id -> open(id, current));
        String own = id(said.settings().portalId(), now, taken);
        AlertMaker.Occasion occasion = new AlertMaker.Occasion(announcement, nature, earlier, own, now);
        return AlertMaker.make(draft, said, occasion, current::find);
    }

    /** Keeps an alert, then publishes the new state. */
    void keep(Alert alert, Consumer<Alert> journal) {
        journal.accept(alert);
        chains = chains.with(alert, ports.clock().instant());
    }

    /** An alert that may be followed. */
    private static Alert open(String id, Chains current) {
        Alert alert = current.find(id)
                .orElseThrow(() -> refusal(CrisisError.ALERT_NOT_FOUND, id, "is no alert of this desk."));
        switch (current.state(alert)) {
            case SUPERSEDED ->
                throw refusal(
                        CrisisError.ALERT_SUPERSEDED,
                        id,
                        "was replaced by \""
                                + current.successor(id).map(Alert::id).orElse("") + "\". Follow that one.");
            case CANCELLED -> throw refusal(CrisisError.ALERT_CANCELLED, id, "was cancelled. Publish a new alert.");
            case CLEARED -> throw refusal(CrisisError.ALERT_CLEARED, id, "was cleared. Publish a new alert.");
            case EXPIRED ->
                throw refusal(
                        CrisisError.ALERT_EXPIRED, id, "expired at " + alert.expires() + ". Publish a new alert.");
            case IN_FORCE -> {}
        }
        switch (alert.message()) {
            case CANCEL ->
                throw refusal(CrisisError.ALERT_CANCELLED, id, "is itself a cancellation. Publish a new alert.");
            case ALL_CLEAR ->
                throw refusal(CrisisError.ALERT_CLEARED, id, "is itself an all-clear. Publish a new alert.");
            case ALERT, UPDATE -> {}
        }
        return alert;
    }

    private String id(String portal, Instant now, Predicate<String> taken) {
        for (int i = 0; i < ATTEMPTS; i++) {
            String part = ports.ids().get();
            if (part == null || !PART.matcher(part).matches()) {
                throw CrisisException.of(
                        CrisisError.ID_UNUSABLE,
                        "id",
                        "must end in 1 to 40 letters and digits, but \"" + part + "\" was given.");
            }
            String id = portal + "-" + STAMP.format(now) + "-" + part;
            if (!taken.test(id)) {
                return id;
            }
        }
        throw CrisisException.of(
                CrisisError.ID_UNUSABLE, "id", "was taken " + ATTEMPTS + " times; the source of ids repeats itself.");
    }

    private static CrisisException refusal(CrisisError code, String id, String reason) {
        return CrisisException.of(code, "alert", "\"" + id + "\" " + reason);
    }
}
