package org.citykit.runtime.telemetry;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers of a runtime at one moment. Immutable.
 *
 * @param at the moment
 * @param samples in the order of their families; all samples of a family stand together
 */
public record Metrics(Instant at, List<Sample> samples) {
    /** What a number means over time, in the sense of OpenMetrics 1.0. */
    public enum Type {
        /** Only grows, until the runtime starts anew. */
        COUNTER,
        /** Goes up and down. */
        GAUGE,
        /** How many observations were at most so large; in samples {@code _bucket}, {@code _sum}, {@code _count}. */
        HISTOGRAM
    }

    /**
     * One number.
     *
     * @param family what is measured, for example {@code citykit_call_duration_seconds}; ends in the unit
     * @param type what the family is
     * @param help the family in a sentence
     * @param name the family with the suffix that OpenMetrics asks for: {@code _total}, {@code _bucket} …
     * @param labels sorted by name
     * @param value the number
     */
    public record Sample(String family, Type type, String help, String name, Map<String, String> labels, double value) {
        public Sample {
            labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        }
    }

    public Metrics {
        samples = List.copyOf(samples);
    }

    /** The samples of one name. */
    public List<Sample> named(String name) {
        return samples.stream().filter(sample -> sample.name().equals(name)).toList();
    }

    /** All of it in the text format of OpenMetrics 1.0. */
    public String openMetrics() {
        return OpenMetricsText.of(this);
    }
}
