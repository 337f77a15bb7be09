package org.citykit.runtime.module;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before the next fetch: the module's own pace while it goes well, doubling pauses while it does not. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 12;
    private static final double SPREAD = 0.2;

    private final Duration pace;
    private final DoubleSupplier random;
    private int failures;

    /**
     * @param pace how often the module is fetched while it goes well
     * @param random from 0 to 1, spreads the fetches of many modules
     */
    Backoff(Duration pace, DoubleSupplier random) {
        this.pace = pace;
        this.random = random;
    }

    Duration afterSuccess() {
        failures = 0;
        return spread(pace);
    }

    Duration afterFailure() {
        Duration pause = FIRST.multipliedBy(1L << Math.min(failures++, DOUBLINGS));
        return spread(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    }

    private Duration spread(Duration pause) {
        return Duration.ofMillis((long) (pause.toMillis() * (1 - SPREAD + 2 * SPREAD * random.getAsDouble())));
    }
}
