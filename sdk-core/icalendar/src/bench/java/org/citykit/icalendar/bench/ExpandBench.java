package org.citykit.icalendar.bench;

import java.util.ArrayList;
import java.util.List;
import org.citykit.bench.Bench;
import org.citykit.bench.Contest;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;
import org.citykit.bench.Scores;

/** One rule, expanded from its start or from a moment long after it; everybody must find the same seconds. */
final class ExpandBench implements Bench {
    private static final double GOAL_FAR_MICROS = 2;

    private final String id;
    private final String about;
    private final boolean far;
    private final int rounds;

    private ExpandBench(String id, String about, boolean far, int rounds) {
        this.id = id;
        this.about = about;
        this.far = far;
        this.rounds = rounds;
    }

    static ExpandBench dense() {
        return new ExpandBench("expand-dense", "all occurrences of a rule from its start, as seconds", false, 3);
    }

    static ExpandBench far() {
        return new ExpandBench(
                "expand-far", "the first occurrence since September 2026 of a rule that began long ago", true, 2);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String about() {
        return about + "; JMH, the least iteration of " + rounds + " JVMs for each contender, in turn.";
    }

    @Override
    public Measured run() throws Exception {
        List<Result> results = new ArrayList<>();
        StringBuilder details = new StringBuilder();
        for (ExpandJob job : ExpandJob.all(far)) {
            Expanding expanding = Expanding.of(job);
            long ours = expanding.citykit();
            List<String> contenders = new ArrayList<>(List.of("citykit"));
            try {
                same(job, ours, expanding.libRecur());
                contenders.add("libRecur");
            } catch (IllegalArgumentException givenUp) {
                details.append('`').append(job.label()).append("`: lib-recur gives up. ");
            }
            // From a later moment on, biweekly counts hours from another hour.
            same(job, ours, far ? ours : expanding.biweekly());
            contenders.add("biweekly");
            results.addAll(rows(job, Contest.of(Expanding.class, contenders)
                    .with("job", job.name())
                    .run(rounds)));
        }
        return new Measured(results, details.toString());
    }

    private static void same(ExpandJob job, long ours, long theirs) {
        if (ours != theirs) {
            throw new IllegalStateException(job.label() + " differs: " + ours + ", " + theirs);
        }
    }

    private List<Result> rows(ExpandJob job, Scores scores) {
        String row = id + " " + job.label();
        double ours = scores.least("citykit");
        List<Result> rows = new ArrayList<>();
        if (far) {
            rows.add(Result.of(row, "goal", ours, GOAL_FAR_MICROS, "µs", 1));
        }
        if (scores.contenders().contains("libRecur")) {
            double theirs = scores.least("libRecur");
            rows.add(
                    far
                            ? Result.told(row, "lib-recur", ours, theirs, "µs")
                            : Result.of(row, "lib-recur", ours, theirs, "µs", 1));
        }
        rows.add(Result.told(row, "biweekly", ours, scores.least("biweekly"), "µs"));
        return rows;
    }
}
