package org.citykit.runtime.module;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.citykit.runtime.GuardLimits;
import org.junit.jupiter.api.Test;

class BackoffTests {
    private static final Duration PACE = Duration.ofMinutes(15);

    @Test
    void everyFailureDoublesThePauseUpToTheLongest() {
        Backoff backoff = new Backoff(PACE, new GuardLimits.Retry(seconds(5), seconds(35), 0.2), () -> 0.5);

        List<Duration> pauses =
                Stream.generate(backoff::afterFailure).limit(100).toList();

        assertEquals(List.of(seconds(5), seconds(10), seconds(20), seconds(35), seconds(35)), pauses.subList(0, 5));
        assertEquals(seconds(35), pauses.get(99));
    }

    @Test
    void aSuccessTakesItsOwnPaceAndForgetsTheFailures() {
        Backoff backoff = new Backoff(PACE, GuardLimits.Retry.STANDARD, () -> 0.5);
        backoff.afterFailure();
        backoff.afterFailure();

        assertEquals(PACE, backoff.afterSuccess());
        assertEquals(seconds(5), backoff.afterFailure());
    }

    @Test
    void chanceSpreadsEveryPauseWithinItsShare() {
        assertEquals(
                seconds(8), new Backoff(PACE, new GuardLimits.Retry(seconds(10), PACE, 0.2), () -> 0).afterFailure());
        assertEquals(
                seconds(12), new Backoff(PACE, new GuardLimits.Retry(seconds(10), PACE, 0.2), () -> 1).afterFailure());
    }

    @Test
    void aCallThatWasNotMadeCountsForNothing() {
        Backoff backoff = new Backoff(PACE, new GuardLimits.Retry(seconds(5), PACE, 0.2), () -> 0.5);

        assertEquals(seconds(35), backoff.afterRefusal(seconds(30)));
        assertEquals(seconds(5), backoff.afterFailure());
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
