package org.citykit.runtime.module;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.context.ModuleContext;
import org.citykit.runtime.guard.Guard;
import org.citykit.runtime.guard.Guarded;
import org.citykit.runtime.guard.VendorCalls;
import org.citykit.runtime.telemetry.RuntimeEvent;
import org.citykit.runtime.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;

/** Opens and closes one module's provider. Thread-safe. */
final class OpenModule {
    private final ModulePlan plan;
    private final ModuleServices services;
    private final Guard guard;
    private ClassLoader loader = ClassLoader.getPlatformClassLoader();
    private @Nullable Object provided;
    private @Nullable ModuleContext context;

    OpenModule(ModulePlan plan, ModuleServices services, Guard guard) {
        this.plan = plan;
        this.services = services;
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
        return CompletableFuture.supplyAsync(this::link, services.keeper())
                .thenCompose(
                        setback -> setback.isPresent() ? CompletableFuture.completedFuture(setback) : openLinked());
    }

    private Optional<Setback> link() {
        Opening.Link link = plan.opening().link();
        synchronized (this) {
            loader = link.loader().orElse(loader);
        }
        return link.problem().map(problem -> new Setback(problem, List.of()));
    }

    /** The loader of the plugin's classes, once it is linked. */
    synchronized ClassLoader loader() {
        return loader;
    }

    private CompletableFuture<Optional<Setback>> openLinked() {
        Stopwatch stopwatch = new Stopwatch();
        return guard.<Opening.Result>call("open", loader(), plan.limits().open(), RuntimeError.OPEN_FAILED, () -> {
                    stopwatch.start();
                    return plan.opening().open();
                })
                .thenApply(end -> opened(end, stopwatch.elapsed()));
    }

    /**
     * Closes it, whatever it does meanwhile: ends within the limit for closing and a little grace, never exceptionally.
     * What an {@code open} that runs still may give is closed too.
     *
     * @param patience how long a running call may go on before it is interrupted
     */
    CompletableFuture<Guarded<Boolean>> close(Duration patience) {
        Duration limit = plan.limits().close();
        CompletableFuture<Guarded<Boolean>> closed = provided() == null && !guard.busy()
                ? CompletableFuture.completedFuture(new Guarded.Done<>(false))
                : guard.last("close", loader(), limit, patience, RuntimeError.CONTRACT_BROKEN, this::closeProvided);
        return closed.whenComplete((end, impossible) -> {
            guard.close();
            ModuleContext handed = letGo();
            if (handed != null) {
                handed.close();
            }
        });
    }

    private Boolean closeProvided() throws Exception {
        Object closing = provided();
        if (closing != null) {
            VendorCalls.close(closing);
        }
        return closing != null;
    }

    /** Holds nothing of the plugin any more; gives what it was handed. */
    private synchronized @Nullable ModuleContext letGo() {
        provided = null;
        loader = ClassLoader.getPlatformClassLoader();
        return context;
    }

    private Optional<Setback> opened(Guarded<Opening.Result> end, Duration took) {
        Optional<Setback> setback = accept(end);
        if (setback.isEmpty()) {
            Telemetry telemetry = services.deadlines().telemetry();
            telemetry.publish(new RuntimeEvent.ModuleOpened(
                    telemetry.now(), services.generation(), plan.id(), plan.plugin(), plan.pluginVersion(), took));
        }
        return setback;
    }

    private synchronized Optional<Setback> accept(Guarded<Opening.Result> end) {
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
}
