package org.citykit.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands still until a test moves it. Thread-safe. */
public final class ManualClock extends Clock {
    private final Hand hand;
    private final ZoneId zone;

    private ManualClock(Hand hand, ZoneId zone) {
        this.hand = hand;
        this.zone = zone;
    }

    /** A clock that shows an instant. */
    public static ManualClock at(Instant instant, ZoneId zone) {
        return new ManualClock(new Hand(instant), zone);
    }

    /** Moves this clock and those that {@link #withZone} made of it. */
    public void advance(Duration by) {
        hand.move(by);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public ManualClock withZone(ZoneId other) {
        return new ManualClock(hand, other);
    }

    @Override
    public Instant instant() {
        return hand.now();
    }

    /** What the clocks made of each other share. Thread-safe. */
    private static final class Hand {
        private Instant now;

        Hand(Instant now) {
            this.now = now;
        }

        synchronized Instant now() {
            return now;
        }

        synchronized void move(Duration by) {
            now = now.plus(by);
        }
    }
}
