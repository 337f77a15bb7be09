package org.citykit.icalendar.bench;

import java.nio.file.Path;
import java.util.List;
import org.citykit.bench.Bench;

/** The benchmarks of the iCalendar library. */
public final class IcalendarBenches {
    private IcalendarBenches() {}

    /**
     * All of them, in the order in which they run.
     *
     * @param work the folder in which the build lays out what they need and keeps what they find
     */
    public static List<Bench> all(Path work) {
        return List.of(
                new ParseBench(),
                new HeapBench(),
                new WriteBench(),
                ExpandBench.dense(),
                ExpandBench.far(),
                new MonthWindowBench(),
                HostileBench.zones(),
                HostileBench.nesting(),
                HostileBench.folding(),
                HostileBench.exceptions());
    }
}
