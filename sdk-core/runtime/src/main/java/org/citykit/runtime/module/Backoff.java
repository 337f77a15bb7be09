package org.citykit.runtime.module;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.citykit.runtime.GuardLimits;

/** How long to wait before the next fetch: the module's own pace while it goes well, doubling pauses while it does not. */
final class Backoff {
    private static final int DOUBLINGS = 30;

    private final Duration pace;
    private final GuardLimits.Retry limits;
    private final DoubleSupplier random;
    private int failures;

    /**
     * @param pace how often the module is fetched while it goes well
     * @param limits the pauses while it does not
     * @param random from 0 to 1, spreads the fetches of many modules
     */
    Backoff(Duration pace, GuardLimits.Retry limits, DoubleSupplier random) {
        this.pace = pace;
        this.limits = limits;
        this.random = random;
    }

    Duration afterSuccess() {
        failures = 0;
        return spread(pace);
    }

    Duration afterFailure() {
        Duration pause = limits.first();
        for (int i = 0; i < failures && pause.compareTo(limits.longest()) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        failures = Math.min(failures + 1, DOUBLINGS);
        return spread(pause.compareTo(limits.longest()) < 0 ? pause : limits.longest());
    }

    /** After a call that was not made: a pause that counts for nothing. */
    Duration afterRefusal(Duration least) {
        return least.plus(spread(limits.first()));
    }

    private Duration spread(Duration pause) {
        double spread = limits.spread();
        return Duration.ofMillis((long) (pause.toMillis() * (1 - spread + 2 * spread * random.getAsDouble())));
    }
}
