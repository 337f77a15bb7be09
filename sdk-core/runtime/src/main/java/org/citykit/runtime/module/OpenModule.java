package org.citykit.runtime.module;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.context.ModuleContext;
import org.citykit.runtime.guard.Guard;
import org.citykit.runtime.guard.Guarded;
import org.citykit.runtime.guard.VendorCalls;
import org.jspecify.annotations.Nullable;

/** Opens and closes one module's provider. Thread-safe. */
final class OpenModule {
    private final ModulePlan plan;
    private final Guard guard;
    private @Nullable Object provided;
    private @Nullable ModuleContext context;

    OpenModule(ModulePlan plan, Guard guard) {
        this.plan = plan;
        this.guard = guard;
    }

    Guard guard() {
        return guard;
    }

    /** The source or channel, if it is open. */
    synchronized @Nullable Object provided() {
        return provided;
    }

    /** Opens it; ends with what went wrong, or with nothing. */
    CompletableFuture<Optional<Setback>> open() {
        return guard.<Opening.Result>call(
                        "open",
                        plan.loader(),
                        plan.limits().open(),
                        RuntimeError.OPEN_FAILED,
                        () -> plan.opening().open())
                .thenApply(this::opened);
    }

    /** Closes it within its deadline, whatever it does meanwhile; never ends exceptionally. */
    CompletableFuture<Guarded<Boolean>> close() {
        Object closing = provided();
        ModuleContext handed = handed();
        guard.hurry();
        CompletableFuture<Guarded<Boolean>> closed = closing == null
                        || guard.stuck().isPresent()
                ? CompletableFuture.completedFuture(new Guarded.Done<>(false))
                : guard.call("close", plan.loader(), plan.limits().close(), RuntimeError.CONTRACT_BROKEN, () -> {
                    VendorCalls.close(closing);
                    return true;
                });
        Duration longest = plan.limits().close().plus(Guard.GRACE.multipliedBy(3));
        return closed.completeOnTimeout(late(), longest.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((end, impossible) -> {
                    guard.close();
                    if (handed != null) {
                        handed.close();
                    }
                });
    }

    private synchronized @Nullable ModuleContext handed() {
        return context;
    }

    private synchronized Optional<Setback> opened(Guarded<Opening.Result> end) {
        if (end instanceof Guarded.Failed<Opening.Result> failed) {
            return Optional.of(Setback.of(plan.id(), failed));
        }
        Opening.Result result = ((Guarded.Done<Opening.Result>) end).value();
        if (result instanceof Opening.Result.Refused refused) {
            return Optional.of(new Setback(refused.problems().get(0), List.of()));
        }
        Opening.Result.Opened opened = (Opening.Result.Opened) result;
        if (opened.provided() == null) {
            opened.context().close();
            return Optional.of(new Setback(
                    Problem.of(
                            RuntimeError.CONTRACT_BROKEN,
                            plan.id(),
                            "open returned null; it must return a source or channel. Tell the vendor."),
                    List.of()));
        }
        provided = opened.provided();
        context = opened.context();
        return Optional.empty();
    }

    private static Guarded<Boolean> late() {
        return new Guarded.Failed<>(RuntimeError.DEADLINE_EXCEEDED, "close did not end in time.", List.of());
    }
}
