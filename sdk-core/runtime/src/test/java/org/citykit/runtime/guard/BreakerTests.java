package org.citykit.runtime.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.citykit.runtime.GuardLimits;
import org.citykit.runtime.ModuleHealth.Circuit;
import org.junit.jupiter.api.Test;

class BreakerTests {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Breaker breaker = new Breaker(new GuardLimits.Circuit(6, 4, 0.5, 0.75, 0.8, PAUSE, 2));
    private long now = Long.MAX_VALUE - 5; // the clock of the JVM may overflow

    @Test
    void halfOfTheLastCallsFailingOpensItOnceThereAreEnough() {
        calls(true, false, true);
        assertEquals(Circuit.CLOSED, breaker.state());

        calls(false);

        assertEquals(Circuit.OPEN, breaker.state());
        assertFalse(permits());
        assertEquals(PAUSE, breaker.left(now));
    }

    @Test
    void whatIsOlderThanTheWindowCountsNoMore() {
        calls(false, false, false, false, true, true);
        calls(false, false, false, false);
        calls(true, true);

        assertEquals(Circuit.CLOSED, breaker.state());
        calls(true);
        assertEquals(Circuit.OPEN, breaker.state());
    }

    @Test
    void slowCallsOpenItTooThoughTheyEndWell() {
        for (int i = 0; i < 4; i++) {
            assertTrue(permits());
            breaker.ended(false, i > 0, () -> now);
        }

        assertEquals(Circuit.OPEN, breaker.state());
    }

    @Test
    void afterThePauseAFewCallsDecide() {
        calls(true, true, true, true);
        now += PAUSE.toNanos();

        assertTrue(permits());
        assertTrue(permits());
        assertFalse(permits());
        assertEquals(Circuit.HALF_OPEN, breaker.state());
        breaker.ended(false, false, () -> now);
        breaker.ended(false, false, () -> now);

        assertEquals(Circuit.CLOSED, breaker.state());
        assertTrue(permits());
    }

    @Test
    void aTrialThatFailsOpensItAgain() {
        calls(true, true, true, true);
        now += PAUSE.toNanos();

        calls(true, false);

        assertEquals(Circuit.OPEN, breaker.state());
        assertEquals(PAUSE, breaker.left(now));
    }

    @Test
    void aTrialThatWasNotMadeLeavesItsPlaceToAnother() {
        calls(true, true, true, true);
        now += PAUSE.toNanos();
        assertTrue(permits());
        assertTrue(permits());

        breaker.unmade();

        assertTrue(permits());
        assertFalse(permits());
    }

    @Test
    void aCallThatWasUnderWayWhenItOpenedDecidesNothing() {
        assertTrue(permits());
        calls(true, true, true, true);

        breaker.ended(false, false, () -> now);

        assertEquals(Circuit.OPEN, breaker.state());
    }

    private void calls(boolean... failed) {
        for (boolean one : failed) {
            assertTrue(permits());
            breaker.ended(one, false, () -> now);
        }
    }

    private boolean permits() {
        return breaker.permits(() -> now);
    }
}
