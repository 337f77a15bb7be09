package org.citykit.runtime.bench;

import java.nio.file.Path;
import java.util.List;
import org.citykit.bench.Bench;
import org.citykit.runtime.bench.guard.GuardWorkerBench;
import org.citykit.runtime.bench.load.IndexBench;
import org.citykit.runtime.bench.load.LoadBench;
import org.citykit.runtime.bench.unload.UnloadBench;

/** The benchmarks of the runtime. */
public final class RuntimeBenches {
    private RuntimeBenches() {}

    /**
     * All of them, in the order in which they run.
     *
     * @param work the folder in which the build lays out what they need and keeps what they find
     */
    public static List<Bench> all(Path work) {
        Path libraries = work.resolve("libraries");
        return List.of(
                new LoadBench(10, libraries),
                new LoadBench(100, libraries),
                new LoadBench(1_000, libraries),
                new IndexBench(1_000, libraries),
                new GuardWorkerBench(),
                new UnloadBench());
    }
}
