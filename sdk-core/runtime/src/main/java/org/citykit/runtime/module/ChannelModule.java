package org.citykit.runtime.module;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.Channel;
import org.citykit.api.crisis.ChannelLimits;
import org.citykit.api.crisis.Receipt;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.guard.Guard;
import org.citykit.runtime.guard.Guarded;
import org.citykit.runtime.guard.VendorCalls;
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
    private ModuleHealth health;
    private @Nullable ChannelLimits limits;
    private boolean busy;
    private boolean tried;
    private boolean closed;

    ChannelModule(ModulePlan plan, ModuleServices services) {
        this.plan = plan;
        this.services = services;
        this.open = new OpenModule(plan, new Guard(plan.id(), services.deadlines()));
        this.backoff = new Backoff(plan.refresh(), services.random());
        this.health = health(ModuleHealth.State.STARTING, Optional.empty(), Optional.empty());
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
        return open.guard()
                .<Receipt>call(
                        "deliver",
                        plan.loader(),
                        plan.limits().fetch(),
                        RuntimeError.DELIVERY_FAILED,
                        () -> VendorCalls.deliver(channel, alert, key))
                .whenComplete((end, impossible) -> delivered(end));
    }

    @Override
    public void start() {
        refresh();
    }

    @Override
    public synchronized ModuleHealth health() {
        return health;
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
        return open.close();
    }

    private CompletableFuture<Optional<Setback>> askLimits(Optional<Setback> setback) {
        Channel channel = (Channel) open.provided();
        if (setback.isPresent() || channel == null) {
            return CompletableFuture.completedFuture(setback);
        }
        return open.guard()
                .<ChannelLimits>call(
                        "limits",
                        plan.loader(),
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
        ModuleHealth now;
        synchronized (this) {
            tried = true;
            busy = false;
            now = health(
                    setback.isPresent() ? ModuleHealth.State.FAILED : ModuleHealth.State.LIVE,
                    setback,
                    Optional.empty());
            health = now;
            if (!closed && setback.isPresent()) {
                tryAgainAfter(backoff.afterFailure());
            }
        }
        services.ports().changed(now);
    }

    private void delivered(Guarded<Receipt> end) {
        ModuleHealth now;
        synchronized (this) {
            now = end instanceof Guarded.Failed<Receipt> failed
                    ? health(
                            open.guard().stuck().isPresent()
                                    ? ModuleHealth.State.QUARANTINED
                                    : ModuleHealth.State.STALE,
                            Optional.of(Setback.of(plan.id(), failed)),
                            health.lastGood())
                    : health(
                            ModuleHealth.State.LIVE,
                            Optional.empty(),
                            Optional.of(services.clock().instant()));
            health = now;
        }
        services.ports().changed(now);
    }

    private void tryAgainAfter(Duration pause) {
        try {
            var unwatched = services.timer().schedule(this::refresh, pause.toMillis(), TimeUnit.MILLISECONDS);
            assert unwatched != null;
        } catch (RejectedExecutionException closing) {
            closed = true; // the runtime is closing; nothing is opened any more
        }
    }

    private ModuleHealth health(ModuleHealth.State state, Optional<Setback> setback, Optional<Instant> lastGood) {
        return new ModuleHealth(
                plan.id(),
                plan.provider(),
                plan.plugin() + " " + plan.pluginVersion(),
                Optional.of(plan.domain()),
                state,
                setback.map(Setback::problem),
                setback.map(Setback::stack).orElse(List.of()),
                lastGood,
                tried ? Optional.of(services.clock().instant()) : Optional.empty(),
                0,
                List.of(),
                0);
    }
}
