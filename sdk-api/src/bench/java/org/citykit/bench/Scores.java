package org.citykit.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.openjdk.jmh.results.RunResult;

/** What JMH measured of each contender, a JVM for each round, in the unit of the benchmark. Confined. */
public final class Scores {
    private final Map<String, List<RunResult>> rounds = new LinkedHashMap<>();

    Scores() {}

    void add(String contender, RunResult result) {
        rounds.computeIfAbsent(contender, name -> new ArrayList<>()).add(result);
    }

    /** Who was measured. */
    public Set<String> contenders() {
        return Set.copyOf(rounds.keySet());
    }

    /** The least of a contender's iterations of all rounds: what other work on the machine disturbed least. */
    public double least(String contender) {
        return leasts(contender).min().orElseThrow();
    }

    /** The least of a contender's percentiles, for benchmarks that sample times. */
    public double percentile(String contender, double percent) {
        return results(contender).stream()
                .mapToDouble(it -> it.getPrimaryResult().getStatistics().getPercentile(percent))
                .min()
                .orElseThrow();
    }

    /** The least iterations of two contenders in the round whose ratio of them is the median, for goals that are close. */
    public double[] middle(String ours, String theirs) {
        double[] we = leasts(ours).toArray();
        double[] they = leasts(theirs).toArray();
        return IntStream.range(0, we.length)
                .mapToObj(round -> new double[] {we[round], they[round]})
                .sorted(Comparator.comparingDouble(pair -> pair[0] / pair[1]))
                .toList()
                .get(we.length / 2);
    }

    /** The least iteration of every round of every contender, in a sentence. */
    public String told(String unit) {
        return rounds.keySet().stream()
                        .map(name -> name + " "
                                + leasts(name)
                                        .mapToObj(score -> String.format(Locale.ROOT, "%.2f", score))
                                        .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("; "))
                + " " + unit + ".";
    }

    private DoubleStream leasts(String contender) {
        return results(contender).stream()
                .mapToDouble(it -> it.getPrimaryResult().getStatistics().getMin());
    }

    private List<RunResult> results(String contender) {
        return rounds.getOrDefault(contender, List.of());
    }
}
