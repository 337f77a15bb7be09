package org.citykit.portal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.citykit.api.crisis.Alert;
import org.citykit.crisis.AlertBoard;
import org.citykit.crisis.AlertDesk;
import org.citykit.crisis.CapDocuments;
import org.citykit.crisis.ChannelModule;
import org.citykit.crisis.DeskPorts;
import org.citykit.crisis.PlaybookBook;
import org.citykit.events.EventIndex;
import org.citykit.runtime.Domain;
import org.citykit.runtime.Generation;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.PortalSettings;
import org.citykit.runtime.Problem;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.composition.ModuleSpec;
import org.citykit.runtime.composition.RefusedModule;
import org.citykit.runtime.plan.Plan;
import org.citykit.runtime.supervision.Applied;
import org.citykit.runtime.supervision.ApplyOptions;
import org.citykit.runtime.supervision.PluginRuntime;
import org.citykit.runtime.supervision.RuntimeOptions;
import org.citykit.runtime.supervision.Start;
import org.citykit.runtime.telemetry.Metrics;
import org.citykit.runtime.unload.CheckDepth;
import org.citykit.runtime.unload.Unloading;
import org.citykit.store.Delivery;
import org.citykit.store.Store;
import org.citykit.twinning.TwinningIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running portal: what its modules hold, merged and indexed, while they are fetched in the background.
 *
 * <p>Thread-safe. Reads are of immutable values in memory: they never block and never fail because of a plugin. Two
 * portals in one JVM are two values.
 */
public final class Portal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Portal.class);
    private static final int ID_BITS = 40;

    /** When everything to show is stored, the host has the processors for itself this long. */
    private static final Duration HOST_FIRST = Duration.ofSeconds(1);

    private final Store store;
    private final Engines engines;
    private final AlertDesk alerts;
    private final PluginRuntime runtime;
    private final Outbox outbox;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private Portal(Start start, Store store, HeldModules held, RuntimeOptions options, Duration pause) {
        Clock clock = options.clock();
        this.store = store;
        this.engines = new Engines(held, start.composition().portal(), clock);
        engines.rebuild(Domain.TWINNING);
        engines.rebuild(Domain.EVENTS);
        Later<PluginRuntime> channels = new Later<>();
        this.alerts = AlertDesk.open(new DeskPorts(
                new StoredAlerts(store, clock),
                engines::playbooks,
                () -> channels.get().map(Portal::open).orElse(List.of()),
                clock,
                Portal::randomId));
        this.runtime = PluginRuntime.open(
                start, new PortalPorts(held, store, engines, alerts::board, this::tell), options, pause);
        channels.set(runtime);
        this.outbox = new Outbox(store, runtime, clock, alerts::refresh);
        outbox.after(pause, this::finishEngines);
        alerts.onChange(this::published);
    }

    /**
     * Opens the portal that a file describes. What is stored is there at once; if a module has nothing stored, this
     * waits until every module has been tried, at most {@link PortalBuilder#FIRST_DATA}.
     *
     * @param yaml {@code portal.yaml}
     * @throws org.citykit.runtime.CompositionException if the file cannot be used apart from single modules; it names
     *     everything that is wrong, with line and column
     * @throws org.citykit.api.CityKitException if the data folder cannot be used
     */
    public static Portal open(Path yaml) {
        return builder().file(yaml).open();
    }

    /** A portal with options, or without a file. */
    public static PortalBuilder builder() {
        return new PortalBuilder();
    }

    static Portal open(PortalDescription described, RuntimeOptions options, Duration firstData) {
        Store store = Store.open(described.data());
        try {
            Start start = described.start(new StoredGenerations(store.generations()));
            HeldModules held = new HeldModules(store.snapshots());
            List<String> modules = moduleIds(start.composition());
            held.load(modules);
            boolean allStored = held.holdsAll(modules);
            Duration pause = allStored ? HOST_FIRST : Duration.ZERO;
            Portal portal = new Portal(start, store, held, options, pause);
            portal.awaitFirst(firstData, held.isEmpty(), allStored);
            return portal;
        } catch (RuntimeException notOpened) {
            store.close();
            throw notOpened;
        }
    }

    /** The portal's id, name, languages, zone and calendars, as they are now: a change may bring others. */
    public PortalSettings settings() {
        return engines.settings();
    }

    /** What the registries hold, as it is now. Keep the value for the length of one answer. */
    public TwinningIndex twinning() {
        return engines.twinning();
    }

    /** What the calendars hold, as it is now. Keep the value for the length of one answer. */
    public EventIndex events() {
        return engines.events();
    }

    /** The playbooks whose messages are proven, as they are now. Keep the value for the length of one answer. */
    public PlaybookBook playbooks() {
        return engines.playbooks();
    }

    /** Where alerts are published, updated, cancelled and cleared; its board holds those in force. */
    public AlertDesk alerts() {
        return alerts;
    }

    /** An alert as a CAP 1.2 document, in UTF-8. */
    public byte[] cap(Alert alert) {
        return CapDocuments.of(alert, playbooks().settings(), alerts.board());
    }

    /** What has become of an alert on its way through the channels; blocks on the store. */
    public List<Delivery> deliveries(String alertId) {
        return store.deliveries().ofAlert(alertId);
    }

    /** How each module does, in the order of the composition. */
    public List<ModuleHealth> health() {
        return runtime.health();
    }

    /** What is wrong with the composition and the plugin files. */
    public List<Problem> problems() {
        return runtime.problems();
    }

    /** The composition that runs. */
    public Composition composition() {
        return runtime.composition();
    }

    /**
     * What would change if {@code portal.yaml} and the plugin files were taken up as they are now. Changes nothing; may
     * take seconds, for new plugin files are read and changed settings are held against them.
     *
     * @throws org.citykit.runtime.CompositionException if the file cannot be used
     * @throws org.citykit.runtime.ChangeRefusedException if the portal was opened without a file
     */
    public Plan plan() {
        return runtime.plan();
    }

    /** What would change if a composition were taken up. Changes nothing; may take seconds. */
    public Plan plan(Composition next) {
        return runtime.plan(next);
    }

    /**
     * What would change by going back to an earlier generation.
     *
     * @throws org.citykit.runtime.ChangeRefusedException if it is not kept, or its plugin files are gone
     */
    public Plan planRollback(int generation) {
        return runtime.planRollback(generation);
    }

    /**
     * Makes a change, with {@link ApplyOptions#STANDARD}.
     *
     * @see #apply(Plan, ApplyOptions)
     */
    public Applied apply(Plan plan) {
        return runtime.apply(plan, ApplyOptions.STANDARD);
    }

    /**
     * Makes a change while the portal runs: what is new is linked, opened and fetched beside what runs, and once it has
     * proven itself it takes the place of the old at once. Blocks until the old has been closed or left behind.
     *
     * @throws org.citykit.runtime.ChangeRefusedException if the change is not made; the portal runs on as before, and
     *     shows what it showed
     */
    public Applied apply(Plan plan, ApplyOptions options) {
        return runtime.apply(plan, options);
    }

    /**
     * Goes back to an earlier generation: its composition, and the very plugin files it ran with.
     *
     * @throws org.citykit.runtime.ChangeRefusedException if it is not made
     */
    public Applied rollback(int generation) {
        return runtime.apply(runtime.planRollback(generation), ApplyOptions.ROLLBACK);
    }

    /** The generations that can be gone back to, the one that runs last; blocks on the store. */
    public List<Generation> generations() {
        return runtime.generations();
    }

    /** What became of the plugins that were replaced or removed; looking costs nothing. */
    public List<Unloading> unloads() {
        return runtime.unloads();
    }

    /** Looks for what holds plugins that were let go. Stops the whole JVM for moments: for operators and tests. */
    public List<Unloading> checkUnloads(CheckDepth depth) {
        return runtime.checkUnloads(depth);
    }

    /** Numbers for a registry of metrics, as they are now. */
    public Metrics metrics() {
        return runtime.metrics();
    }

    /** Fetches a module soon, whatever its schedule says. Does nothing for a module that is not running. */
    public void refresh(String module) {
        runtime.refresh(module);
    }

    /** Hears, on a thread of the portal, that data, alerts or a module's health has changed. Must return quickly. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Waits until every module has been tried and has seen what the others hold.
     *
     * @return false if that took longer, or the thread was interrupted
     */
    public boolean await(Duration longest) {
        try {
            return runtime.awaitSettled(longest);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Stops the modules within their deadline and closes the store. Idempotent. */
    @Override
    public void close() {
        outbox.close();
        runtime.close();
        store.close();
    }

    /** At the very first start waits for everything, later only for modules that hold nothing yet. */
    private void awaitFirst(Duration longest, boolean nothingStored, boolean allStored) {
        if (longest.isZero() || allStored) {
            return;
        }
        try {
            if (!(nothingStored ? runtime.awaitSettled(longest) : runtime.awaitReady(longest))) {
                LOG.warn("Not every module has delivered within {} ms; the others follow.", longest.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What takes long and what no page waits for. */
    private void finishEngines() {
        engines.rebuild(Domain.CRISIS);
        engines.prepareSearches();
        tell();
    }

    private void published(AlertBoard board) {
        LOG.info("{} alerts are in force.", board.inForce().size());
        outbox.hurry();
        tell();
    }

    private void tell() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException broken) {
                LOG.error("A listener of the portal failed.", broken);
            }
        }
    }

    /** The ids of all modules, the refused ones too, for their stored data is served. */
    private static List<String> moduleIds(Composition composition) {
        return Stream.concat(
                        composition.modules().stream().map(ModuleSpec::id),
                        composition.refused().stream().map(RefusedModule::id))
                .toList();
    }

    private static List<ChannelModule> open(PluginRuntime runtime) {
        List<ChannelModule> open = new ArrayList<>();
        runtime.channels().forEach((module, limits) -> open.add(new ChannelModule(module, limits)));
        return open;
    }

    private static String randomId() {
        return Long.toString(new SecureRandom().nextLong() >>> (Long.SIZE - ID_BITS), Character.MAX_RADIX);
    }
}
