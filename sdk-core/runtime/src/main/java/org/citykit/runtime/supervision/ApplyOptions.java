package org.citykit.runtime.supervision;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.citykit.runtime.Generation;

/**
 * How a plan is applied.
 *
 * @param proof how long changed modules may take until their first good fetch; what the composition says unless given
 * @param acceptStored whether a changed module that opens, but cannot be fetched now, may go on with the data that is
 *     stored of it
 * @param cause why it is applied
 */
public record ApplyOptions(Optional<Duration> proof, boolean acceptStored, Generation.Cause cause) {
    /** Every changed module must be fetched well within the time that the composition gives. */
    public static final ApplyOptions STANDARD = new ApplyOptions(Optional.empty(), false, Generation.Cause.CHANGE);

    /**
     * For going back: what ran before may go on with its stored data, for that is what it did when its source failed.
     */
    public static final ApplyOptions ROLLBACK = new ApplyOptions(Optional.empty(), true, Generation.Cause.ROLLBACK);

    public ApplyOptions {
        Objects.requireNonNull(proof, "proof");
        Objects.requireNonNull(cause, "cause");
    }

    /** The same, but changed modules may take another time. */
    public ApplyOptions provenWithin(Duration longest) {
        return new ApplyOptions(Optional.of(longest), acceptStored, cause);
    }

    /** The same, but stored data is good enough for a module whose source does not answer. */
    public ApplyOptions acceptingStored() {
        return new ApplyOptions(proof, true, cause);
    }

    ApplyOptions because(Generation.Cause why) {
        return new ApplyOptions(proof, acceptStored, why);
    }
}
