package org.citykit.bench;

/**
 * One benchmark: ours and its peers, measured in turn in one run. Stands in {@code src/bench/java} beside the tests of
 * the room it measures; the room's list of benchmarks names it.
 */
public interface Bench {
    /** Its id, as {@code -Dbench} matches it. */
    String id();

    /** What is measured and how, in a sentence or two for the page of results. */
    String about();

    /** Measures ours and the peers in turn. */
    Measured run() throws Exception;
}
