package org.citykit.runtime.supervision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.citykit.api.Limits;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.module.RunningModule;

/** Closes modules, all at once and within one limit, whatever their vendors' code does. */
final class Closing {
    private static final Duration GRACE = Duration.ofSeconds(3);

    private Closing() {}

    /** Closes them; tells which ones are left behind. */
    static List<Problem> of(Collection<RunningModule> modules, Limits limits) {
        List<CompletableFuture<?>> ends = new ArrayList<>();
        modules.forEach(module -> ends.add(module.close()));
        try {
            CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new))
                    .get(limits.close().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException late) {
            return late(modules, ends);
        }
        return List.of();
    }

    private static List<Problem> late(Collection<RunningModule> modules, List<CompletableFuture<?>> ends) {
        List<Problem> late = new ArrayList<>();
        int i = 0;
        for (RunningModule module : modules) {
            if (!ends.get(i++).isDone()) {
                late.add(Problem.of(
                        RuntimeError.DEADLINE_EXCEEDED,
                        module.health().module(),
                        "did not close in time; its thread is left behind. Tell the vendor."));
            }
        }
        return late;
    }
}
