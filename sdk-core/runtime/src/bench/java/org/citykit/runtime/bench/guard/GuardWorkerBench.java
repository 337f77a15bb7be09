package org.citykit.runtime.bench.guard;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.citykit.bench.Bench;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.guard.Deadlines;
import org.citykit.runtime.guard.Guard;
import org.citykit.runtime.guard.Guarded;

/** A blocking guarded call, against a thread pool with a timeout, bare and inside Resilience4j. */
public final class GuardWorkerBench implements Bench {
    private static final int WARM_UP = 60_000;
    private static final int CALLS = 4_000;
    private static final int ROUNDS = 99;
    private static final double MICROS = 1e3;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final double GOAL_EXECUTOR = 1.05;
    private static final double GOAL_RESILIENCE = 1.0;

    private long work;

    @Override
    public String id() {
        return "guard-worker";
    }

    @Override
    public String about() {
        return "one call after the other of a method that does next to nothing, on another thread, waited for: ours with"
                + " worker, deadline, bulkhead, circuit breaker, numbers and the module's id in the log's context;"
                + " `executor` is `submit(..).get(timeout)` on a pool of one thread; `resilience4j` is TimeLimiter,"
                + " Bulkhead and CircuitBreaker around the same. " + CALLS + " calls a round, " + ROUNDS
                + " rounds, the three in turn within each and each first as often as the others. A row shows the round"
                + " whose ratio is the median of all rounds' ratios; the details tell the least and the median of each.";
    }

    @Override
    public Measured run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1, daemons());
        try (Deadlines deadlines = new Deadlines();
                Guard guard = new Guard("bench", deadlines)) {
            List<Callable<Long>> three = List.of(guarded(guard), bare(pool), resilient(pool));
            for (Callable<Long> one : three) {
                measure(one, WARM_UP);
            }
            double[][] took = new double[three.size()][ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                for (int turn = 0; turn < three.size(); turn++) {
                    int one = (round + turn) % three.size();
                    took[one][round] = measure(three.get(one), CALLS);
                }
            }
            return new Measured(
                    List.of(
                            row("executor", took[0], took[1], GOAL_EXECUTOR),
                            row("resilience4j", took[0], took[2], GOAL_RESILIENCE)),
                    details(took));
        } finally {
            pool.shutdownNow();
        }
    }

    private Callable<Long> guarded(Guard guard) {
        ClassLoader loader = GuardWorkerBench.class.getClassLoader();
        return () -> {
            Guarded<Long> end = guard.<Long>call("fetch", loader, LIMIT, RuntimeError.FETCH_FAILED, this::work)
                    .get(); // the guard ends it in time
            return ((Guarded.Done<Long>) end).value();
        };
    }

    private Callable<Long> bare(ExecutorService pool) {
        return () -> pool.submit(this::work).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private Callable<Long> resilient(ExecutorService pool) {
        TimeLimiter limiter =
                TimeLimiter.of(TimeLimiterConfig.custom().timeoutDuration(LIMIT).build());
        Callable<Long> timed = limiter.decorateFutureSupplier(() -> pool.submit(this::work));
        Bulkhead bulkhead = Bulkhead.ofDefaults("bench");
        return CircuitBreaker.ofDefaults("bench").decorateCallable(Bulkhead.decorateCallable(bulkhead, timed));
    }

    private long work() {
        return ++work;
    }

    private static double measure(Callable<Long> call, int calls) throws Exception {
        long begun = System.nanoTime();
        long sum = 0;
        for (int i = 0; i < calls; i++) {
            sum += call.call();
        }
        long took = System.nanoTime() - begun;
        if (sum == 0) {
            throw new IllegalStateException("Nothing was called.");
        }
        return took / MICROS / calls;
    }

    /** The round in the middle when they are sorted by their ratio, so that what disturbs one round decides nothing. */
    private Result row(String peer, double[] ours, double[] theirs, double goal) {
        int middle = IntStream.range(0, ROUNDS)
                .boxed()
                .sorted(Comparator.comparingDouble(round -> ours[round] / theirs[round]))
                .toList()
                .get(ROUNDS / 2);
        return Result.of(id(), peer, ours[middle], theirs[middle], "µs a call", goal);
    }

    private static String details(double[][] took) {
        return String.format(
                Locale.ROOT,
                "Of %d rounds, the least and the median: ours %.2f and %.2f, executor %.2f and %.2f, resilience4j %.2f and"
                        + " %.2f µs a call. Ours by the executor, least by least %.2f, median by median %.2f.",
                ROUNDS,
                least(took[0]),
                median(took[0]),
                least(took[1]),
                median(took[1]),
                least(took[2]),
                median(took[2]),
                least(took[0]) / least(took[1]),
                median(took[0]) / median(took[1]));
    }

    private static double least(double[] rounds) {
        return Arrays.stream(rounds).min().orElseThrow();
    }

    private static double median(double[] rounds) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static ThreadFactory daemons() {
        return task -> {
            Thread thread = new Thread(task, "bench-peer");
            thread.setDaemon(true);
            return thread;
        };
    }
}
