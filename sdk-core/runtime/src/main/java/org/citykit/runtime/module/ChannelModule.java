package org.citykit.runtime.module;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Channel;
import org.citykit.api.crisis.ChannelLimits;
import org.citykit.api.crisis.Receipt;
import org.citykit.runtime.GuardLimits;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.guard.Guard;
import org.citykit.runtime.guard.Guarded;
import org.citykit.runtime.guard.VendorCalls;
import org.citykit.runtime.telemetry.CallOutcome;
import org.citykit.runtime.telemetry.RuntimeEvent;
import org.citykit.runtime.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A module that carries alerts out. Thread-safe; its fields are guarded by its monitor. */
public final class ChannelModule implements RunningModule {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelModule.class);

    private final ModulePlan plan;
    private final ModuleServices services;
    private final OpenModule open;
    private final Backoff backoff;
    private final Vitals vitals;
    private final AtomicInteger delivering = new AtomicInteger();
    private @Nullable ChannelLimits limits;
    private Optional<Instant> lastGood = Optional.empty();
    private boolean busy;
    private boolean tried;
    private boolean closed;

    ChannelModule(ModulePlan plan, ModuleServices services) {
        this.plan = plan;
        this.services = services;
        GuardLimits guarded = services.deadlines().limits();
        Guard guard =
                new Guard(plan.id(), services.generation(), guarded.calls().concurrent(), services.deadlines());
        this.open = new OpenModule(plan, services, guard);
        this.backoff = new Backoff(plan.refresh(), guarded.retry(), services.random());
        this.vitals = new Vitals(plan, services, guard, Held.since(Optional.empty()));
    }

    /** What fits into the channel, once it is open. */
    public synchronized Optional<ChannelLimits> limits() {
        return Optional.ofNullable(limits);
    }

    /** Hands an alert over; never ends exceptionally. */
    public CompletableFuture<Guarded<Receipt>> deliver(Alert alert, String key) {
        Channel channel = (Channel) open.provided();
        if (channel == null) {
            return CompletableFuture.completedFuture(new Guarded.Failed<>(
                    RuntimeError.OPEN_FAILED, "deliver was not called: the channel is not open.", List.of()));
        }
        Stopwatch stopwatch = new Stopwatch();
        return open.guard()
                .<Receipt>urgent("deliver", open.loader(), plan.limits().fetch(), RuntimeError.DELIVERY_FAILED, () -> {
                    stopwatch.start();
                    delivering.incrementAndGet();
                    try {
                        return VendorCalls.deliver(channel, alert, key);
                    } finally {
                        delivering.decrementAndGet();
                    }
                })
                .whenComplete((end, impossible) -> delivered(end, stopwatch.elapsed()));
    }

    @Override
    public void start() {
        vitals.show();
        refresh();
    }

    @Override
    public ModuleHealth health() {
        return vitals.health();
    }

    @Override
    public synchronized boolean settled() {
        return closed || (tried && !busy);
    }

    @Override
    public boolean ready() {
        return true; // a channel holds nothing that a page would show
    }

    @Override
    public boolean outdated() {
        return false;
    }

    @Override
    public boolean opened() {
        return open.provided() != null;
    }

    @Override
    public void refresh() {
        synchronized (this) {
            if (closed || busy || limits != null) {
                return;
            }
            busy = true;
        }
        open.open().thenCompose(this::askLimits).thenAccept(this::opened).exceptionally(unforeseen -> {
            LOG.error("Module '{}' could not go on.", plan.id(), unforeseen);
            return null;
        });
    }

    @Override
    public CompletableFuture<?> close() {
        synchronized (this) {
            closed = true;
        }
        vitals.hide();
        return open.close(delivering.get() > 0 ? plan.limits().close() : Duration.ZERO);
    }

    private CompletableFuture<Optional<Setback>> askLimits(Optional<Setback> setback) {
        Channel channel = (Channel) open.provided();
        if (setback.isPresent() || channel == null) {
            return CompletableFuture.completedFuture(setback);
        }
        return open.guard()
                .<ChannelLimits>call(
                        "limits",
                        open.loader(),
                        plan.limits().open(),
                        RuntimeError.OPEN_FAILED,
                        () -> VendorCalls.limits(channel))
                .thenApply(this::asked);
    }

    private synchronized Optional<Setback> asked(Guarded<ChannelLimits> end) {
        if (end instanceof Guarded.Failed<ChannelLimits> failed) {
            return Optional.of(Setback.of(plan.id(), failed));
        }
        limits = ((Guarded.Done<ChannelLimits>) end).value();
        return Optional.empty();
    }

    private void opened(Optional<Setback> setback) {
        ModuleHealth now = vitals.tried(
                setback.isPresent() ? ModuleHealth.State.FAILED : ModuleHealth.State.LIVE, setback, held());
        synchronized (this) {
            tried = true;
            busy = false;
            if (closed) {
                return;
            }
            if (setback.isPresent()) {
                tryAgainAfter(backoff.afterFailure());
            }
        }
        services.ports().changed(now);
    }

    private void delivered(Guarded<Receipt> end, Duration took) {
        CallOutcome outcome = Setback.outcome(end);
        if (outcome != CallOutcome.REFUSED) {
            Telemetry telemetry = services.deadlines().telemetry();
            telemetry.publish(
                    new RuntimeEvent.Delivered(telemetry.now(), services.generation(), plan.id(), took, outcome));
        }
        services.ports().changed(end instanceof Guarded.Failed<Receipt> failed ? failed(failed) : succeeded());
    }

    private ModuleHealth failed(Guarded.Failed<Receipt> failed) {
        ModuleHealth.State state =
                open.guard().stuck().isPresent() ? ModuleHealth.State.QUARANTINED : ModuleHealth.State.STALE;
        return vitals.tried(state, Optional.of(Setback.of(plan.id(), failed)), held());
    }

    private ModuleHealth succeeded() {
        synchronized (this) {
            lastGood = Optional.of(services.clock().instant());
        }
        return vitals.tried(ModuleHealth.State.LIVE, Optional.empty(), held());
    }

    private synchronized Held held() {
        return Held.since(lastGood);
    }

    private void tryAgainAfter(Duration pause) {
        try {
            var unwatched = services.timer().schedule(this::refresh, pause.toMillis(), TimeUnit.MILLISECONDS);
            assert unwatched != null;
        } catch (RejectedExecutionException closing) {
            closed = true; // the runtime is closing; nothing is opened any more
        }
    }
}
