package org.citykit.events.bench;

import java.util.List;
import org.citykit.bench.Bench;

/** The benchmarks of the calendar engine. */
public final class EventBenches {
    private EventBenches() {}

    /** All of them, in the order in which they run. */
    public static List<Bench> all() {
        return List.of(new EventSearchBench());
    }
}
