package org.citykit.runtime.bench.guard;

import java.util.List;
import org.citykit.bench.Bench;
import org.citykit.bench.Contest;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;
import org.citykit.bench.Scores;

/** A blocking guarded call, against a thread pool with a timeout, bare and inside Resilience4j. */
public final class GuardWorkerBench implements Bench {
    private static final List<String> CONTENDERS = List.of("citykit", "executor", "resilience4j");
    private static final int ROUNDS = 5;
    private static final double GOAL_EXECUTOR = 1.05;
    private static final double GOAL_RESILIENCE = 1.0;

    @Override
    public String id() {
        return "guard-worker";
    }

    @Override
    public String about() {
        return "one call after the other of a method that does next to nothing, on another thread, waited for: ours with"
                + " worker, deadline, bulkhead, circuit breaker, numbers and the module's id in the log's context;"
                + " `executor` is `submit(..).get(timeout)` on a pool of one thread; `resilience4j` is TimeLimiter,"
                + " Bulkhead and CircuitBreaker around the same. JMH, " + ROUNDS + " JVMs for each contender, in turn,"
                + " each first as often as the others, the least of five iterations of each. A row shows the round whose"
                + " ratio is the median of all rounds' ratios. Both threads share one processor, so that the work is"
                + " measured and not how soon an idle processor wakes up; `awake` rows are without that, on all of them.";
    }

    @Override
    public Measured run() throws Exception {
        Contest contest = Contest.of(GuardedCalling.class, CONTENDERS);
        Scores scores = contest.onOneProcessor().run(ROUNDS);
        Scores awake = contest.run(ROUNDS);
        return new Measured(
                List.of(
                        row(scores, "executor", GOAL_EXECUTOR),
                        row(scores, "resilience4j", GOAL_RESILIENCE),
                        told(awake, "executor"),
                        told(awake, "resilience4j")),
                "One processor: " + scores.told("µs a call") + " All of them: " + awake.told("µs a call"));
    }

    private static Result told(Scores scores, String peer) {
        double[] middle = scores.middle("citykit", peer);
        return Result.told("guard-worker awake", peer, middle[0], middle[1], "µs a call");
    }

    private Result row(Scores scores, String peer, double goal) {
        double[] middle = scores.middle("citykit", peer);
        return Result.of(id(), peer, middle[0], middle[1], "µs a call", goal);
    }
}
