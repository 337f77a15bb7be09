package org.citykit.runtime.composition;

import java.time.Duration;
import java.util.Objects;
import org.citykit.api.InvalidValueException;

/**
 * What stands under {@code changes:}: how the portal takes up another composition while it runs.
 *
 * @param keep how many generations are kept for going back, the running one among them; 1 to 1,000
 * @param watch whether changes of {@code portal.yaml} and of the plugin files are taken up by themselves
 * @param settle how long the files must rest before they are taken up; 100 ms to 10 minutes
 * @param proof how long changed modules may take until their first good fetch; 1 second to 1 hour
 */
public record ChangeSettings(int keep, boolean watch, Duration settle, Duration proof) {
    static final int MOST_KEPT = 1_000;
    static final Duration LEAST_SETTLE = Duration.ofMillis(100);
    static final Duration LONGEST_SETTLE = Duration.ofMinutes(10);
    static final Duration LEAST_PROOF = Duration.ofSeconds(1);
    static final Duration LONGEST_PROOF = Duration.ofHours(1);

    /** 10 generations, no watching, 2 seconds of rest, 60 seconds of proof. */
    public static final ChangeSettings STANDARD =
            new ChangeSettings(10, false, Duration.ofSeconds(2), Duration.ofSeconds(60));

    public ChangeSettings {
        if (keep < 1 || keep > MOST_KEPT) {
            throw new InvalidValueException("keep", "must be from 1 to " + MOST_KEPT);
        }
        between("settle", settle, LEAST_SETTLE, LONGEST_SETTLE);
        between("proof", proof, LEAST_PROOF, LONGEST_PROOF);
    }

    private static void between(String field, Duration given, Duration least, Duration most) {
        Objects.requireNonNull(given, field);
        if (given.compareTo(least) < 0 || given.compareTo(most) > 0) {
            throw new InvalidValueException(field, "must be from " + least + " to " + most);
        }
    }
}
