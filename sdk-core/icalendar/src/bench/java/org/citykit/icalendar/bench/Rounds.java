package org.citykit.icalendar.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Runs several works in turn and keeps the time of each round. Confined to one thread. */
final class Rounds {
    private static final double MILLIS = 1e6;

    private final List<String> names;
    private final double[][] millis;

    private Rounds(List<String> names, double[][] millis) {
        this.names = names;
        this.millis = millis;
    }

    /** One of the works: a name and what is done; what it returns is looked at, so that it has to be done. */
    record Work(String name, Callable<?> task) {}

    /** Measures all works in turn, after rounds that only warm up. */
    static Rounds measure(int warmUp, int rounds, Work... works) throws Exception {
        double[][] millis = new double[works.length][rounds];
        for (int round = -warmUp; round < rounds; round++) {
            for (int i = 0; i < works.length; i++) {
                long begun = System.nanoTime();
                Object made = works[i].task().call();
                double took = (System.nanoTime() - begun) / MILLIS;
                if (made == null) {
                    throw new IllegalStateException(works[i].name() + " made nothing.");
                }
                if (round >= 0) {
                    millis[i][round] = took;
                }
            }
        }
        return new Rounds(Arrays.stream(works).map(Work::name).toList(), millis);
    }

    /** The least time of one work, ms. */
    double least(int work) {
        return Arrays.stream(millis[work]).min().orElseThrow();
    }

    /** The medians of all, in a sentence. */
    String medians() {
        return "The median of the rounds: "
                + names.stream()
                        .map(name -> String.format(Locale.ROOT, "%s %.1f ms", name, median(names.indexOf(name))))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private double median(int work) {
        double[] sorted = millis[work].clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
