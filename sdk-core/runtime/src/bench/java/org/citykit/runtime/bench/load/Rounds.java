package org.citykit.runtime.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The figures of one contender, round by round. Confined. */
final class Rounds {
    private final List<Map<String, Double>> all = new ArrayList<>();

    void add(Map<String, Double> figures) {
        all.add(figures);
    }

    double least(String figure) {
        return sorted(figure).get(0);
    }

    double median(String figure) {
        List<Double> sorted = sorted(figure);
        return sorted.get(sorted.size() / 2);
    }

    private List<Double> sorted(String figure) {
        return all.stream()
                .map(it -> it.getOrDefault(figure, Double.NaN))
                .sorted()
                .toList();
    }
}
