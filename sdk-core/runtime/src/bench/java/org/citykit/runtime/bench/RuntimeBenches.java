package org.citykit.runtime.bench;

import java.util.List;
import org.citykit.bench.Bench;

/** The benchmarks of the runtime. */
public final class RuntimeBenches {
    private RuntimeBenches() {}

    /** All of them, in the order in which they run. */
    public static List<Bench> all() {
        return List.of();
    }
}
