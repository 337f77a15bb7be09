package org.citykit.runtime;

import java.time.Duration;

/**
 * How a runtime guards itself against its modules: every number of the guard stands here. Set by whoever embeds the
 * runtime; how many items, octets and how much time a module may use stands in {@link org.citykit.api.Limits}, which
 * the vendor sees too. Immutable.
 *
 * @param calls how calls of one module are bounded
 * @param circuit when a module that fails again and again gets a pause
 * @param retry how long to wait before the next fetch
 * @param threads how many threads the modules share
 * @param batch how many octets of text one fetch may bring, all items together, as estimated from the items; default
 *     512 MiB
 */
public record GuardLimits(Calls calls, Circuit circuit, Retry retry, Threads threads, long batch) {
    /** The defaults of each part. */
    public static final GuardLimits STANDARD =
            new GuardLimits(Calls.STANDARD, Circuit.STANDARD, Retry.STANDARD, Threads.STANDARD, 512L << 20);

    /**
     * How calls of one module are bounded.
     *
     * @param grace how long a call may take to react to its interrupt before its thread is given up; default 500 ms
     * @param concurrent how many calls of a channel may run at once; default 1. Calls of a source never overlap
     * @param waiting how many calls may wait for the module; default 16
     * @param abandoned how many threads the module may leave behind; with so many no call is made until one comes
     *     back; default 1
     */
    public record Calls(Duration grace, int concurrent, int waiting, int abandoned) {
        /** 500 ms of grace, one call at a time, 16 waiting, 1 thread left behind. */
        public static final Calls STANDARD = new Calls(Duration.ofMillis(500), 1, 16, 1);

        public Calls {
            positive("grace", grace);
            between("concurrent", concurrent, 1, 64);
            between("waiting", waiting, 1, 10_000);
            between("abandoned", abandoned, 1, 64);
        }
    }

    /**
     * When a module gets a pause. The circuit is closed while all is well; it opens when too many of the last calls
     * failed or were slow; after the pause it is half open and a few calls decide whether it closes or opens again.
     * Calls of {@code close} are neither counted nor refused.
     *
     * @param window how many calls are looked back at; default 20
     * @param least how many there must be before the circuit may open; default 10
     * @param failed which share of them may fail, 0 to 1; the circuit opens at this share; default 0.5
     * @param slow which share of them may be slow, 0 to 1; the circuit opens at this share; default 0.8
     * @param slowAfter which share of its limit a call may take before it is slow, 0 to 1; default 0.8
     * @param pause how long the circuit stays open; default 30 s
     * @param trials how many calls are made while it is half open; default 2
     */
    public record Circuit(
            int window, int least, double failed, double slow, double slowAfter, Duration pause, int trials) {
        /** 20 calls, at least 10; opens at 50 % failed or 80 % slow; 30 s pause, 2 trials. */
        public static final Circuit STANDARD = new Circuit(20, 10, 0.5, 0.8, 0.8, Duration.ofSeconds(30), 2);

        public Circuit {
            between("window", window, 1, 1_000);
            between("least", least, 1, window);
            share("failed", failed);
            share("slow", slow);
            share("slowAfter", slowAfter);
            positive("pause", pause);
            between("trials", trials, 1, window);
        }
    }

    /**
     * How long to wait before the next fetch after one that failed: each pause twice the one before.
     *
     * @param first the first pause; default 5 s
     * @param longest the longest; default 1 h
     * @param spread by which share every pause is lengthened or shortened at random, 0 to 1, so that many modules
     *     never come at once; default 0.2
     */
    public record Retry(Duration first, Duration longest, double spread) {
        /** 5 s to 1 h, 20 % more or less. */
        public static final Retry STANDARD = new Retry(Duration.ofSeconds(5), Duration.ofHours(1), 0.2);

        public Retry {
            positive("first", first);
            positive("longest", longest);
            share("spread", spread);
        }
    }

    /**
     * How many threads the modules share. Threads belong to one module each and end with it.
     *
     * @param admitted how many calls may begin to run at once; default twice the processors
     * @param slice after which time a running call counts as begun and lets another in; default 10 ms
     * @param idle how long a thread waits for its module's next call before it ends; default 10 s
     * @param kept how many threads may wait so; default 64
     */
    public record Threads(int admitted, Duration slice, Duration idle, int kept) {
        /** Twice the processors, 10 ms, 10 s, 64 threads. */
        public static final Threads STANDARD = new Threads(
                2 * Runtime.getRuntime().availableProcessors(), Duration.ofMillis(10), Duration.ofSeconds(10), 64);

        public Threads {
            between("admitted", admitted, 1, 10_000);
            positive("slice", slice);
            positive("idle", idle);
            between("kept", kept, 0, 100_000);
        }
    }

    public GuardLimits {
        if (batch < 1) {
            throw new IllegalArgumentException("batch must be at least 1, but is " + batch + ".");
        }
    }

    private static void positive(String name, Duration duration) {
        if (duration.isZero() || duration.isNegative() || duration.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    name + " must be longer than 0 and at most a day, but is " + duration + ".");
        }
    }

    private static void between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " must be from " + least + " to " + most + ", but is " + value + ".");
        }
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be from 0 to 1, but is " + value + ".");
        }
    }
}
