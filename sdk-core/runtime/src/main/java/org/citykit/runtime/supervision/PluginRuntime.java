package org.citykit.runtime.supervision;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.ChannelLimits;
import org.citykit.api.crisis.Receipt;
import org.citykit.runtime.Generation;
import org.citykit.runtime.Handover;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.RuntimePorts;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.guard.Guarded;
import org.citykit.runtime.module.ChannelModule;
import org.citykit.runtime.module.RunningModule;
import org.citykit.runtime.plan.Plan;
import org.citykit.runtime.telemetry.Metrics;
import org.citykit.runtime.unload.CheckDepth;
import org.citykit.runtime.unload.Unloading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The modules of one portal, supervised, and the way from one composition to the next. Opening returns at once; plugin
 * files are read, linked, opened and fetched in the background. A change is planned, proven beside what runs, and then
 * made at once or not at all. Thread-safe.
 */
public final class PluginRuntime implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PluginRuntime.class);

    private final RuntimePorts ports;
    private final Workshop workshop;
    private final Changes changes;
    private final Watcher watcher;

    private PluginRuntime(Start start, RuntimePorts ports, RuntimeOptions options) {
        this.ports = ports;
        this.workshop = new Workshop(options, start.composition().data());
        this.changes = new Changes(start, ports, options, workshop);
        this.watcher = new Watcher(changes, workshop);
    }

    /** Opens the modules of a composition; returns before any plugin file has been read. */
    public static PluginRuntime open(Composition composition, RuntimePorts ports, RuntimeOptions options) {
        return open(Start.with(composition), ports, options, Duration.ZERO);
    }

    /**
     * Opens modules a little later, so that a host that has stored data to serve can start first.
     *
     * @param pause how long no plugin file is touched
     */
    public static PluginRuntime open(Start start, RuntimePorts ports, RuntimeOptions options, Duration pause) {
        PluginRuntime runtime = new PluginRuntime(start, ports, options);
        runtime.workshop.later(pause, runtime::begin);
        return runtime;
    }

    private void begin() {
        try {
            changes.begin();
        } catch (RuntimeException unforeseen) {
            LOG.error(
                    "The plugin files could not be taken up. What is stored is served on; apply a change.", unforeseen);
        }
        watcher.begin();
    }

    /** How each module does, in the order of the composition. */
    public List<ModuleHealth> health() {
        return changes.current().health();
    }

    /** What is wrong with the plugin files, whether or not a module needs them. */
    public List<Problem> problems() {
        return changes.problems();
    }

    /** The composition that runs. */
    public Composition composition() {
        return changes.current().composition();
    }

    /**
     * What would change if the files were taken up as they are now. Changes nothing; may take seconds, for new plugin
     * files are read and changed settings are held against them.
     *
     * @throws org.citykit.runtime.CompositionException if the file that describes the portal cannot be used
     * @throws org.citykit.runtime.ChangeRefusedException if the portal was opened without a file
     */
    public Plan plan() {
        return changes.plan();
    }

    /** What would change if a composition were taken up. Changes nothing; may take seconds. */
    public Plan plan(Composition next) {
        return changes.plan(next);
    }

    /**
     * What would change by going back.
     *
     * @throws org.citykit.runtime.ChangeRefusedException if the generation is not kept, or its plugin files are gone
     */
    public Plan planRollback(int generation) {
        return changes.planRollback(generation);
    }

    /**
     * Makes a change: links and opens what is new beside what runs, waits until it has proven itself, and then puts it
     * in the place of the old at once. Returns when the old has been closed or left behind.
     *
     * @throws org.citykit.runtime.ChangeRefusedException if it is not made; everything runs on as before
     */
    public Applied apply(Plan plan, ApplyOptions options) {
        return changes.apply(plan, options);
    }

    /** The generations that can be gone back to, the one that runs last. */
    public List<Generation> generations() {
        return ports.generations().all();
    }

    /** What became of the plugins that were let go; looking costs nothing. */
    public List<Unloading> unloads() {
        return workshop.unloads().report();
    }

    /** Looks for what holds plugins that were let go. Stops the whole JVM for moments: for operators and tests. */
    public List<Unloading> checkUnloads(CheckDepth depth) {
        return workshop.checkUnloads(depth);
    }

    /** Numbers for a registry of metrics, as they are now. */
    public Metrics metrics() {
        return workshop.telemetry().metrics();
    }

    /**
     * Waits until every module has been tried and has seen what the others hold.
     *
     * @return false if that took longer
     */
    public boolean awaitSettled(Duration longest) throws InterruptedException {
        return changes.await(longest, module -> module.settled() && !module.outdated());
    }

    /**
     * Waits until every module holds data, stored or fetched, or has been tried.
     *
     * @return false if that took longer
     */
    public boolean awaitReady(Duration longest) throws InterruptedException {
        return changes.await(longest, RunningModule::ready);
    }

    /** Fetches a module soon, whatever its schedule says. Does nothing for a module that is not running. */
    public void refresh(String module) {
        changes.current().module(module).ifPresent(RunningModule::refresh);
    }

    /** The open channels, with what fits into them, by the ids of their modules. */
    public Map<String, ChannelLimits> channels() {
        Map<String, ChannelLimits> open = new LinkedHashMap<>();
        changes.current().members().forEach((id, member) -> {
            if (member.module() instanceof ChannelModule channel) {
                channel.limits().ifPresent(limits -> open.put(id, limits));
            }
        });
        return open;
    }

    /**
     * Hands an alert to a channel. Ends on a thread of the runtime, never exceptionally.
     *
     * @param module the channel's module
     * @param key the same for every attempt at this alert through this module
     */
    public CompletableFuture<Handover> deliver(String module, Alert alert, String key) {
        Optional<RunningModule> found = changes.current().module(module);
        if (found.isPresent() && found.get() instanceof ChannelModule channel) {
            return channel.deliver(alert, key).thenApply(end -> handover(module, end));
        }
        return CompletableFuture.completedFuture(
                lost(Problem.of(RuntimeError.DELIVERY_FAILED, module, "there is no running channel of this id.")));
    }

    /** Stops every module within the limit for closing, whatever vendor code does. Idempotent. */
    @Override
    public void close() {
        changes.close();
        workshop.close();
    }

    private static Handover handover(String module, Guarded<Receipt> end) {
        if (end instanceof Guarded.Done<Receipt> done) {
            return new Handover(Optional.of(done.value()), Optional.empty());
        }
        Guarded.Failed<Receipt> failed = (Guarded.Failed<Receipt>) end;
        return lost(Problem.of(failed.code(), module, failed.reason()));
    }

    private static Handover lost(Problem problem) {
        return new Handover(Optional.empty(), Optional.of(problem));
    }
}
