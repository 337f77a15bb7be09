package org.citykit.runtime.supervision;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.citykit.runtime.ChangeRefusedException;
import org.citykit.runtime.Generation;
import org.citykit.runtime.RuntimePorts;
import org.citykit.runtime.context.WebClient;
import org.citykit.runtime.context.WebSender;
import org.citykit.runtime.guard.Deadlines;
import org.citykit.runtime.guard.Guard;
import org.citykit.runtime.link.LinkedPlugin;
import org.citykit.runtime.module.ModuleServices;
import org.citykit.runtime.plan.ModuleChange.Action;
import org.citykit.runtime.plan.Plan;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.telemetry.RuntimeEvent;
import org.citykit.runtime.telemetry.Telemetry;
import org.citykit.runtime.unload.CheckDepth;
import org.citykit.runtime.unload.Pin;
import org.citykit.runtime.unload.UnloadWatch;
import org.citykit.runtime.unload.Unloading;

/** The threads and tools that all generations of a runtime share. Thread-safe. */
final class Workshop implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private static final Duration UNLOAD_PAUSE = Duration.ofMinutes(1);

    private final RuntimeOptions options;
    private final Telemetry telemetry;
    private final UnloadWatch unloads;
    private final Set<String> linked = ConcurrentHashMap.newKeySet();
    private final Set<String> told = new HashSet<>();
    private final Deadlines deadlines;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("citykit-timer"));
    private final ExecutorService keeper = Executors.newFixedThreadPool(2, named("citykit-keeper"));
    private final ExecutorService changer = Executors.newSingleThreadExecutor(named("citykit-changer"));
    private final WebClient web = new WebClient(CONNECT);

    /** @param dumps where heap dumps are written for a moment */
    Workshop(RuntimeOptions options, Path dumps) {
        this.options = options;
        this.telemetry = Telemetry.to(options.listener(), options.clock());
        this.deadlines = new Deadlines(options.guard(), telemetry);
        this.unloads = UnloadWatch.using(options.clock(), dumps);
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    Telemetry telemetry() {
        return telemetry;
    }

    UnloadWatch unloads() {
        return unloads;
    }

    /** What a module needs whose data goes through these ports. */
    ModuleServices services(RuntimePorts ports, int generation) {
        return new ModuleServices(options.clock(), deadlines, timer, keeper, ports, options.random(), generation);
    }

    /** A guard for calls of vendor code that belong to no running module. */
    Guard guard(String module) {
        return new Guard(module, 0, 1, deadlines);
    }

    /** Runs a task that may take long, after a while; not at all once this is closed. */
    void later(Duration pause, Runnable task) {
        soon(pause, () -> changer.execute(task));
    }

    /** Runs a short task after a while; not at all once this is closed. */
    void soon(Duration pause, Runnable task) {
        try {
            var unwatched = timer.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
            assert unwatched != null;
        } catch (RejectedExecutionException closing) {
            assert timer.isShutdown();
        }
    }

    /** The web, as all modules share it. */
    WebSender web() {
        return web;
    }

    /** Tells that a plan was made. */
    void tell(Plan plan) {
        telemetry.publish(new RuntimeEvent.PlanMade(
                telemetry.now(),
                plan.from(),
                plan.modules(Action.ADDED).size(),
                plan.modules(Action.REMOVED).size(),
                plan.modules(Action.REPLACED).size(),
                plan.modules(Action.KEPT).size(),
                plan.modules(Action.REFUSED).size()));
    }

    /** Tells that a generation went live. */
    void tell(Applied applied, int before) {
        int number = applied.generation().number();
        telemetry.publish(
                applied.generation().cause() == Generation.Cause.ROLLBACK
                        ? new RuntimeEvent.GenerationRolledBack(telemetry.now(), number, before)
                        : new RuntimeEvent.GenerationApplied(telemetry.now(), number, before, applied.took()));
    }

    /** Tells that a change was not made. */
    void tell(ChangeRefusedException refused, int generation) {
        telemetry.publish(new RuntimeEvent.GenerationRefused(telemetry.now(), generation, refused.problems()));
    }

    /** Tells that files have changed. */
    void tellFiles(List<String> files, int generation) {
        telemetry.publish(new RuntimeEvent.FilesChanged(telemetry.now(), generation, files));
    }

    /** Hears that a plugin is linked, and tells it the first time. */
    void linked(PluginFacts facts, Duration took) {
        if (linked.add(facts.sha256())) {
            telemetry.publish(new RuntimeEvent.PluginLinked(
                    telemetry.now(), 0, facts.id(), facts.version(), facts.sha256(), took));
        }
    }

    /** Looks for what holds plugins that were let go, and tells what it finds. */
    List<Unloading> checkUnloads(CheckDepth depth) {
        List<Unloading> found = unloads.check(depth);
        tell(found);
        return found;
    }

    private void lookForUnloaded() {
        List<Unloading> found = unloads.report();
        tell(found);
        if (found.stream().anyMatch(one -> one.state() != Unloading.State.COLLECTED)) {
            soon(UNLOAD_PAUSE, this::lookForUnloaded);
        }
    }

    /** Tells each end of a plugin once. */
    private synchronized void tell(List<Unloading> found) {
        for (Unloading one : found) {
            if (one.state() != Unloading.State.PENDING && told.add(one.plugin() + one.releasedAt() + one.state())) {
                telemetry.publish(event(one));
            }
        }
    }

    private RuntimeEvent event(Unloading one) {
        return one.state() == Unloading.State.COLLECTED
                ? new RuntimeEvent.PluginCollected(telemetry.now(), 0, one.plugin(), one.version(), one.sha256())
                : new RuntimeEvent.PluginPinned(
                        telemetry.now(),
                        0,
                        one.plugin(),
                        one.version(),
                        one.sha256(),
                        one.pins().stream().map(Pin::description).toList());
    }

    /** Closes a plugin that nobody uses any more, and watches whether it leaves memory. */
    void release(LinkedPlugin plugin, int generation) {
        PluginFacts facts = plugin.facts();
        linked.remove(facts.sha256());
        plugin.close();
        soon(UNLOAD_PAUSE, this::lookForUnloaded);
        unloads.released(facts.id(), facts.version(), facts.sha256(), plugin.loader());
        telemetry.publish(new RuntimeEvent.PluginReleased(
                telemetry.now(), generation, facts.id(), facts.version(), facts.sha256()));
    }

    /** Starts nothing any more. */
    void stopStarting() {
        timer.shutdownNow();
        changer.shutdownNow();
    }

    @Override
    public void close() {
        stopStarting();
        keeper.shutdown();
        web.close();
        deadlines.close();
        telemetry.close();
    }

    static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(null, task, name + "-" + count.incrementAndGet(), 0, false);
            thread.setDaemon(true);
            return thread;
        };
    }
}
