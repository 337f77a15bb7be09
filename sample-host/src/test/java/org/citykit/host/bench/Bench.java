package org.citykit.host.bench;

import java.util.List;

/** One benchmark. */
interface Bench {
    /** Its id, as {@code -Dbench} matches it. */
    String id();

    /** What is measured, in a sentence or two. */
    String about();

    /** Measures ours and the peers in turn. */
    List<Result> run() throws Exception;
}
