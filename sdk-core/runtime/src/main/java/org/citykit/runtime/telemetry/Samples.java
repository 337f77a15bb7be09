package org.citykit.runtime.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects numbers for one snapshot. Confined to one thread. */
public final class Samples {
    private final Map<String, List<Metrics.Sample>> families = new LinkedHashMap<>();

    Samples() {}

    /**
     * Adds a number that only grows.
     *
     * @param family its name without {@code _total}
     * @param help the family in a sentence
     * @param labels names and values in turn
     */
    public void counter(String family, String help, double value, String... labels) {
        add(new Metrics.Sample(family, Metrics.Type.COUNTER, help, family + "_total", labels(labels), value));
    }

    /**
     * Adds a number that goes up and down.
     *
     * @param labels names and values in turn
     */
    public void gauge(String family, String help, double value, String... labels) {
        add(new Metrics.Sample(family, Metrics.Type.GAUGE, help, family, labels(labels), value));
    }

    /**
     * Adds a distribution.
     *
     * @param bounds the upper ends of the buckets, ascending
     * @param counts how many observations fell into each bucket; one more than bounds, for those above the last
     * @param sum of all observations
     * @param labels names and values in turn
     */
    public void histogram(String family, String help, double[] bounds, long[] counts, double sum, String... labels) {
        long total = 0;
        for (int i = 0; i < counts.length; i++) {
            total += counts[i];
            Map<String, String> bucket = labels(labels);
            bucket.put("le", i < bounds.length ? Double.toString(bounds[i]) : "+Inf");
            add(new Metrics.Sample(family, Metrics.Type.HISTOGRAM, help, family + "_bucket", bucket, total));
        }
        add(new Metrics.Sample(family, Metrics.Type.HISTOGRAM, help, family + "_count", labels(labels), total));
        add(new Metrics.Sample(family, Metrics.Type.HISTOGRAM, help, family + "_sum", labels(labels), sum));
    }

    Metrics at(Instant moment) {
        List<Metrics.Sample> all = new ArrayList<>();
        families.values().forEach(all::addAll);
        return new Metrics(moment, all);
    }

    private void add(Metrics.Sample sample) {
        families.computeIfAbsent(sample.family(), first -> new ArrayList<>()).add(sample);
    }

    private static Map<String, String> labels(String[] labels) {
        Map<String, String> all = new TreeMap<>();
        for (int i = 0; i + 1 < labels.length; i += 2) {
            all.put(labels[i], labels[i + 1]);
        }
        return all;
    }
}
