package org.citykit.host.operation;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the server does. Thread-safe; counting never waits. */
public final class Traffic {
    private static final int CLASSES = 6;

    private final LongAdder[] answers = new LongAdder[CLASSES];
    private final LongAdder fromCache = new LongAdder();
    private final LongAdder renderings = new LongAdder();
    private final LongAdder renderingNanos = new LongAdder();
    private final LongAdder failures = new LongAdder();

    public Traffic() {
        for (int i = 0; i < CLASSES; i++) {
            answers[i] = new LongAdder();
        }
    }

    /** An answer was sent. */
    public void answered(int status) {
        answers[Math.min(CLASSES - 1, Math.max(0, status / 100))].increment();
    }

    /** An answer was found rendered. */
    public void foundRendered() {
        fromCache.increment();
    }

    /** An answer was rendered. */
    public void rendered(Duration took) {
        renderings.increment();
        renderingNanos.add(took.toNanos());
    }

    /** An answer could not be rendered. */
    public void failed() {
        failures.increment();
    }

    /** How many answers of a class were sent, 2 for those from 200 to 299. */
    public long answersOfClass(int hundreds) {
        return answers[hundreds].sum();
    }

    /** How many answers were found rendered. */
    public long fromCache() {
        return fromCache.sum();
    }

    /** How many answers were rendered. */
    public long renderings() {
        return renderings.sum();
    }

    /** How often somebody read something that is rendered: pages, data, feeds, but not health and numbers. */
    public long reads() {
        return fromCache() + renderings();
    }

    /** How long all renderings took together. */
    public Duration rendering() {
        return Duration.ofNanos(renderingNanos.sum());
    }

    /** How many answers could not be rendered. */
    public long failures() {
        return failures.sum();
    }
}
