package org.citykit.icalendar.bench;

import java.util.List;
import org.citykit.bench.Bench;
import org.citykit.bench.Contest;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;
import org.citykit.bench.Scores;

/** What happens in one month, asked of every one of many events, a third of them weekly. */
final class MonthWindowBench implements Bench {
    private static final int ROUNDS = 3;
    private static final double GOAL_MILLIS = 5;
    private static final double GOAL_PEER = 1.0 / 5;

    @Override
    public String id() {
        return "month-window";
    }

    @Override
    public String about() {
        return "the occurrences in September 2026 of " + MonthAsking.EVENTS + " events that began since 2024, a third of"
                + " them weekly; JMH, the least iteration of " + ROUNDS + " JVMs for each contender, in turn. Nobody keeps an"
                + " index.";
    }

    @Override
    public Measured run() throws Exception {
        MonthAsking asking = new MonthAsking();
        long expected = asking.citykit();
        if (expected != asking.libRecur()) {
            throw new IllegalStateException("The peers find another month.");
        }
        Scores scores = Contest.of(MonthAsking.class, List.of("citykit", "libRecur")).run(ROUNDS);
        double ours = scores.least("citykit");
        return new Measured(
                List.of(
                        Result.of(id(), "goal", ours, GOAL_MILLIS, "ms", 1),
                        Result.of(id(), "lib-recur", ours, scores.least("libRecur"), "ms", GOAL_PEER)),
                "There are " + expected + " occurrences. " + scores.told("ms"));
    }
}
