package org.citykit.runtime.module;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.Defect;
import org.citykit.api.Item;
import org.citykit.api.Outcome;
import org.citykit.api.Source;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.ModuleSnapshot;
import org.citykit.runtime.Problem;
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

/**
 * A module that is fetched. Its steps never overlap: opened, then fetched, kept and waiting in turn.
 *
 * <p>Thread-safe; the fields are guarded by this object's monitor, which is never held while vendor code runs or data
 * is stored.
 */
final class SourceModule implements RunningModule {
    private static final Logger LOG = LoggerFactory.getLogger(SourceModule.class);

    private final ModulePlan plan;
    private final ModuleServices services;
    private final OpenModule open;
    private final Backoff backoff;
    private final Vitals vitals;
    private @Nullable ModuleSnapshot current;
    private @Nullable ScheduledFuture<?> waiting;
    private boolean busy;
    private boolean again;
    private boolean tried;
    private boolean closed;

    SourceModule(ModulePlan plan, ModuleServices services, Optional<ModuleSnapshot> lastGood) {
        this.plan = plan;
        this.services = services;
        Guard guard = new Guard(plan.id(), services.generation(), 1, services.deadlines());
        this.open = new OpenModule(plan, services, guard);
        this.backoff = new Backoff(plan.refresh(), services.deadlines().limits().retry(), services.random());
        this.current = lastGood.orElse(null);
        this.vitals = new Vitals(plan, services, guard, Held.of(current));
    }

    @Override
    public void start() {
        vitals.show();
        Optional<ModuleSnapshot> fresh = fresh();
        if (fresh.isPresent()) {
            rest(fresh.get());
        } else {
            refresh();
        }
    }

    /** What it holds, if that is its own and not older than its schedule says. */
    private Optional<ModuleSnapshot> fresh() {
        Instant now = services.clock().instant();
        return Optional.ofNullable(before())
                .filter(held -> held.fingerprint().equals(plan.fingerprint()))
                .filter(held -> held.fetchedAt().plus(plan.refresh()).isAfter(now));
    }

    /** Waits, neither linked nor opened, until its data is due. */
    private void rest(ModuleSnapshot held) {
        plan.views().remember(held.seen());
        Duration left =
                Duration.between(services.clock().instant(), held.fetchedAt().plus(plan.refresh()));
        ModuleHealth now = vitals.resting(Held.of(held));
        synchronized (this) {
            tried = true;
            waiting = schedule(left);
        }
        services.ports().changed(now);
    }

    @Override
    public boolean opened() {
        return open.provided() != null;
    }

    @Override
    public ModuleHealth health() {
        return vitals.health();
    }

    @Override
    public synchronized boolean settled() {
        return closed || (tried && !busy && !again);
    }

    @Override
    public synchronized boolean ready() {
        return closed || tried || current != null;
    }

    @Override
    public boolean outdated() {
        synchronized (this) {
            if (closed || busy || !tried) {
                return false;
            }
        }
        return plan.views().outdated();
    }

    @Override
    public void refresh() {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (busy) {
                again = true;
                return;
            }
            busy = true;
            if (waiting != null) {
                waiting.cancel(false);
                waiting = null;
            }
        }
        if (open.provided() == null) {
            observe(open.open().thenAcceptAsync(this::opened, services.keeper()));
        } else {
            fetch();
        }
    }

    @Override
    public CompletableFuture<?> close() {
        synchronized (this) {
            closed = true;
            if (waiting != null) {
                waiting.cancel(false);
            }
        }
        vitals.hide();
        return open.close(Duration.ZERO);
    }

    private void opened(Optional<Setback> setback) {
        if (setback.isPresent()) {
            failed(setback.get());
        } else {
            fetch();
        }
    }

    private void fetch() {
        Source<?> source = (Source<?>) open.provided();
        Cursor since = since();
        plan.views().forget();
        Stopwatch stopwatch = new Stopwatch();
        observe(open.guard()
                .call("fetch", open.loader(), plan.limits().fetch(), RuntimeError.FETCH_FAILED, () -> {
                    stopwatch.start();
                    return fetch(castable(source), since);
                })
                .whenComplete((end, impossible) -> tell(end, stopwatch.elapsed()))
                .thenAcceptAsync(this::fetched, services.keeper()));
    }

    private @Nullable Catch fetch(Source<Item> source, Cursor since) throws Exception {
        FetchSink sink = new FetchSink(
                plan.domain().item(),
                plan.limits(),
                services.deadlines().limits().batch());
        Outcome outcome = VendorCalls.fetch(source, since, sink);
        sink.close();
        return outcome == null ? null : new Catch(outcome, sink, since.isStart());
    }

    private void tell(Guarded<Catch> end, Duration took) {
        CallOutcome outcome = Setback.outcome(end);
        if (outcome != CallOutcome.REFUSED) {
            int items = end instanceof Guarded.Done<Catch> done
                    ? done.value().sink().items().size()
                    : 0;
            Telemetry telemetry = services.deadlines().telemetry();
            telemetry.publish(new RuntimeEvent.FetchEnded(
                    telemetry.now(), services.generation(), plan.id(), took, items, outcome));
        }
    }

    @SuppressWarnings("unchecked") // the sink checks each item's type
    private static Source<Item> castable(@Nullable Source<?> source) {
        if (source == null) {
            throw new IllegalStateException("The module is not open.");
        }
        return (Source<Item>) source;
    }

    private void fetched(Guarded<Catch> end) {
        if (isClosed()) {
            return; // another generation may have taken over
        }
        if (end instanceof Guarded.Failed<Catch> failed) {
            failed(Setback.of(plan.id(), failed));
            return;
        }
        try {
            ModuleSnapshot next = next(((Guarded.Done<Catch>) end).value());
            services.ports().keep(next);
            succeeded(next);
        } catch (CityKitException | IllegalStateException notKept) {
            LOG.error("The data of module '{}' could not be kept.", plan.id(), notKept);
            failed(new Setback(
                    Problem.of(
                            notKept instanceof CityKitException known ? known.code() : RuntimeError.FETCH_FAILED,
                            plan.id(),
                            "was fetched, but could not be kept: " + notKept.getMessage()),
                    List.of()));
        }
    }

    private ModuleSnapshot next(Catch caught) {
        Outcome outcome = caught.outcome();
        FetchSink sink = caught.sink();
        ModuleSnapshot before = before();
        if (outcome instanceof Outcome.NothingNew) {
            if (before == null || caught.sinceStart()) {
                throw new CityKitException(
                        RuntimeError.CONTRACT_BROKEN,
                        "The source says that nothing is new, but was asked for everything. Tell the vendor.");
            }
            return snapshot(before.cursor(), before.items(), before.defects(), before.defectCount());
        }
        if (outcome instanceof Outcome.Snapshot snapshot) {
            return snapshot(snapshot.next(), List.copyOf(sink.items().values()), sink.defects(), sink.defectCount());
        }
        Map<String, Item> merged = new LinkedHashMap<>();
        if (before != null && !caught.sinceStart()) {
            before.items().forEach(item -> merged.put(item.id(), item));
        }
        sink.removed().forEach(merged::remove);
        merged.putAll(sink.items());
        if (merged.size() > plan.limits().items()) {
            throw new CityKitException(
                    ApiError.LIMIT_EXCEEDED,
                    "The module would hold " + merged.size() + " items, but may hold "
                            + plan.limits().items() + ".");
        }
        return snapshot(
                ((Outcome.Changes) outcome).next(),
                new ArrayList<>(merged.values()),
                sink.defects(),
                sink.defectCount());
    }

    private ModuleSnapshot snapshot(Cursor cursor, List<? extends Item> items, List<Defect> defects, long count) {
        return new ModuleSnapshot(
                plan.id(),
                plan.domain(),
                plan.provider(),
                plan.pluginVersion(),
                plan.fingerprint(),
                cursor,
                services.clock().instant(),
                items,
                defects,
                count,
                plan.views().noted());
    }

    private void succeeded(ModuleSnapshot next) {
        synchronized (this) {
            current = next;
        }
        rest(ModuleHealth.State.LIVE, Optional.empty(), backoff.afterSuccess());
    }

    private void failed(Setback setback) {
        ModuleHealth.State state = open.guard().stuck().isPresent()
                ? ModuleHealth.State.QUARANTINED
                : before() == null ? ModuleHealth.State.FAILED : ModuleHealth.State.STALE;
        Duration pause = setback.problem().code() == RuntimeError.CIRCUIT_OPEN
                ? backoff.afterRefusal(open.guard().pause())
                : backoff.afterFailure();
        rest(state, Optional.of(setback), pause);
    }

    private void rest(ModuleHealth.State state, Optional<Setback> setback, Duration pause) {
        boolean atOnce;
        if (isClosed()) {
            return;
        }
        ModuleHealth now = vitals.tried(state, setback, Held.of(before()));
        synchronized (this) {
            tried = true;
            busy = false;
            atOnce = again;
            again = false;
            if (!closed && !atOnce) {
                waiting = schedule(pause);
            }
        }
        services.ports().changed(now);
        if (atOnce) {
            refresh();
        }
    }

    private @Nullable ScheduledFuture<?> schedule(Duration pause) {
        try {
            return services.timer().schedule(this::refresh, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            return null; // the runtime is closing; nothing is fetched any more
        }
    }

    private synchronized Cursor since() {
        return current != null && current.fingerprint().equals(plan.fingerprint()) ? current.cursor() : Cursor.start();
    }

    private synchronized @Nullable ModuleSnapshot before() {
        return current;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void observe(CompletableFuture<Void> step) {
        step.exceptionally(unforeseen -> {
            LOG.error("Module '{}' could not go on.", plan.id(), unforeseen);
            failed(new Setback(
                    Problem.of(RuntimeError.FETCH_FAILED, plan.id(), "could not go on: " + unforeseen), List.of()));
            return null;
        });
    }

    /** What a fetch brought home. */
    private record Catch(Outcome outcome, FetchSink sink, boolean sinceStart) {}
}
