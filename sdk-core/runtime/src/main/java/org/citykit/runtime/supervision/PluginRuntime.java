package org.citykit.runtime.supervision;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.citykit.api.Records;
import org.citykit.api.Views;
import org.citykit.api.crisis.Alert;
import org.citykit.api.crisis.ChannelLimits;
import org.citykit.api.crisis.Receipt;
import org.citykit.runtime.GenerationLog;
import org.citykit.runtime.Handover;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.ModuleSnapshot;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.RuntimePorts;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.composition.ModuleSpec;
import org.citykit.runtime.composition.RefusedModule;
import org.citykit.runtime.guard.Deadlines;
import org.citykit.runtime.guard.Guarded;
import org.citykit.runtime.link.LinkedPlugin;
import org.citykit.runtime.link.Linker;
import org.citykit.runtime.link.Linking;
import org.citykit.runtime.module.ChannelModule;
import org.citykit.runtime.module.ModuleServices;
import org.citykit.runtime.module.RunningModule;
import org.citykit.runtime.plugin.PluginFolder;
import org.citykit.runtime.plugin.PluginScan;
import org.citykit.runtime.plugin.PluginStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The modules of one composition, supervised. Opening returns at once; plugin files are read, linked, opened and
 * fetched in the background, each module on a thread of its own. Thread-safe.
 */
public final class PluginRuntime implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PluginRuntime.class);
    private static final Duration VIEW_PAUSE = Duration.ofMillis(250);
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Composition composition;
    private final RuntimePorts ports;
    private final RuntimeOptions options;
    private final Deadlines deadlines = new Deadlines();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("citykit-timer"));
    private final ExecutorService keeper = Executors.newFixedThreadPool(2, named("citykit-keeper"));
    private final Map<String, RunningModule> running = new LinkedHashMap<>();
    private final Map<String, ModuleHealth> others = new LinkedHashMap<>();
    private final List<LinkedPlugin> linked = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable HttpClient client;
    private boolean assembled;
    private boolean closed;

    private PluginRuntime(Composition composition, RuntimePorts ports, RuntimeOptions options) {
        this.composition = composition;
        this.ports = ports;
        this.options = options;
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        composition.modules().forEach(spec -> others.put(spec.id(), waiting(spec)));
        composition.refused().forEach(refused -> others.put(refused.id(), refused(refused)));
    }

    /** Opens the modules of a composition; returns before any plugin file has been read. */
    public static PluginRuntime open(Composition composition, RuntimePorts ports, RuntimeOptions options) {
        return open(composition, ports, options, Duration.ZERO);
    }

    /**
     * Opens the modules of a composition a little later, so that a host that has stored data to serve can start first.
     *
     * @param pause how long no plugin file is touched
     */
    public static PluginRuntime open(
            Composition composition, RuntimePorts ports, RuntimeOptions options, Duration pause) {
        PluginRuntime runtime = new PluginRuntime(composition, ports, options);
        var unwatched = runtime.timer.schedule(
                () -> runtime.keeper.execute(runtime::assemble), pause.toMillis(), TimeUnit.MILLISECONDS);
        assert unwatched != null;
        return runtime;
    }

    /** How each module does, in the order of the composition. */
    public List<ModuleHealth> health() {
        List<ModuleHealth> all = new ArrayList<>();
        synchronized (this) {
            others.forEach((id, otherwise) -> {
                RunningModule module = running.get(id);
                all.add(module == null ? otherwise : module.health());
            });
        }
        return all;
    }

    /** What is wrong with the plugin files, whether or not a module needs them. */
    public synchronized List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * Waits until every module has been tried and has seen what the others hold.
     *
     * @return false if that took longer
     */
    public boolean awaitSettled(Duration longest) throws InterruptedException {
        return await(longest, module -> module.settled() && !module.outdated());
    }

    /**
     * Waits until every module holds data, stored or fetched, or has been tried.
     *
     * @return false if that took longer
     */
    public boolean awaitReady(Duration longest) throws InterruptedException {
        return await(longest, RunningModule::ready);
    }

    /** Fetches a module soon, whatever its schedule says. Does nothing for a module that is not running. */
    public void refresh(String module) {
        RunningModule found;
        synchronized (this) {
            found = running.get(module);
        }
        if (found != null) {
            found.refresh();
        }
    }

    /** The open channels, with what fits into them, by the ids of their modules. */
    public synchronized Map<String, ChannelLimits> channels() {
        Map<String, ChannelLimits> open = new LinkedHashMap<>();
        running.forEach((id, module) -> {
            if (module instanceof ChannelModule channel) {
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
        RunningModule found;
        synchronized (this) {
            found = running.get(module);
        }
        if (found instanceof ChannelModule channel) {
            return channel.deliver(alert, key).thenApply(end -> handover(module, end));
        }
        return CompletableFuture.completedFuture(
                lost(Problem.of(RuntimeError.DELIVERY_FAILED, module, "there is no running channel of this id.")));
    }

    /** Stops every module within the limit for closing, whatever vendor code does. Idempotent. */
    @Override
    public void close() {
        List<RunningModule> stopping;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            stopping = List.copyOf(running.values());
            notifyAll();
        }
        timer.shutdownNow();
        CompletableFuture<?>[] ends =
                stopping.stream().map(RunningModule::close).toArray(CompletableFuture<?>[]::new);
        await(CompletableFuture.allOf(ends));
        keeper.shutdown();
        deadlines.close();
        synchronized (this) {
            linked.forEach(LinkedPlugin::close);
        }
    }

    private void assemble() {
        try {
            PluginScan scan = PluginFolder.scan(
                    composition.plugins(), PluginStage.in(composition.data().resolve("plugins")));
            Linking linking = new Linker().link(scan.plugins());
            Assembly assembly = new Assembly(composition, ports, options, this::client);
            List<RunningModule> starting = new ArrayList<>();
            synchronized (this) {
                problems.addAll(scan.problems());
                problems.addAll(linking.problems());
                linked.addAll(linking.plugins());
                for (ModuleSpec spec : composition.modules()) {
                    place(spec, assembly.assemble(spec, scan, linking)).ifPresent(starting::add);
                }
                if (closed) {
                    starting.clear();
                }
            }
            problems().forEach(problem -> LOG.warn("{}", problem));
            starting.forEach(RunningModule::start);
        } finally {
            synchronized (this) {
                assembled = true;
                notifyAll();
            }
        }
        health().stream().filter(health -> health.reason().isPresent()).forEach(ports::changed);
    }

    private Optional<RunningModule> place(ModuleSpec spec, Assembly.Assembled assembled) {
        if (assembled.plan().isEmpty()) {
            others.put(spec.id(), without(spec.id(), spec.use(), assembled.problem()));
            return Optional.empty();
        }
        ModuleServices services =
                new ModuleServices(options.clock(), deadlines, timer, keeper, new Listening(), options.random());
        RunningModule module = RunningModule.of(assembled.plan().get(), services, ports.lastGood(spec.id()));
        running.put(spec.id(), module);
        return Optional.of(module);
    }

    private synchronized boolean await(Duration longest, Predicate<RunningModule> wanted) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!assembled || !running.values().stream().allMatch(wanted)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0 || closed) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private void refreshOutdated() {
        List<RunningModule> outdated;
        synchronized (this) {
            outdated = running.values().stream().filter(RunningModule::outdated).toList();
        }
        outdated.forEach(RunningModule::refresh);
    }

    private void moved() {
        synchronized (this) {
            notifyAll();
            if (closed) {
                return;
            }
        }
        var unwatched = timer.schedule(this::refreshOutdated, VIEW_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        assert unwatched != null;
    }

    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT)
                    .build();
            client = made;
        }
        return made;
    }

    private ModuleHealth waiting(ModuleSpec spec) {
        return without(spec.id(), spec.use(), Optional.empty());
    }

    private ModuleHealth refused(RefusedModule refused) {
        return without(refused.id(), "", Optional.of(refused.problems().get(0)));
    }

    private ModuleHealth without(String id, String provider, Optional<Problem> problem) {
        Optional<ModuleSnapshot> held = ports.lastGood(id);
        ModuleHealth.State state = problem.isEmpty()
                ? ModuleHealth.State.STARTING
                : held.isPresent() ? ModuleHealth.State.STALE : ModuleHealth.State.FAILED;
        return new ModuleHealth(
                id,
                provider,
                "",
                held.map(ModuleSnapshot::domain),
                state,
                problem,
                List.of(),
                held.map(ModuleSnapshot::fetchedAt),
                Optional.empty(),
                held.map(snapshot -> snapshot.items().size()).orElse(0),
                held.map(ModuleSnapshot::defects).orElse(List.of()),
                held.map(ModuleSnapshot::defectCount).orElse(0L));
    }

    private void await(CompletableFuture<Void> all) {
        Duration longest = options.limits().close().plusSeconds(3);
        try {
            all.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException late) {
            LOG.warn("Not every module closed in time; its thread is left behind.", late);
        }
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

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** The portal's ports, with an ear for what changes. */
    private final class Listening implements RuntimePorts {
        @Override
        public Optional<ModuleSnapshot> lastGood(String module) {
            return ports.lastGood(module);
        }

        @Override
        public void keep(ModuleSnapshot snapshot) {
            ports.keep(snapshot);
        }

        @Override
        public void adopt(List<ModuleSnapshot> fresh, Set<String> modules) {
            ports.adopt(fresh, modules);
        }

        @Override
        public GenerationLog generations() {
            return ports.generations();
        }

        @Override
        public Records records(String module, int version) {
            return ports.records(module, version);
        }

        @Override
        public Views views(String module) {
            return ports.views(module);
        }

        @Override
        public void changed(ModuleHealth health) {
            ports.changed(health);
            moved();
        }
    }
}
