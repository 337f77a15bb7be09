package org.citykit.portal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.citykit.events.EventIndex;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.PluginRuntime;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeOptions;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.composition.PortalSettings;
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

    private final PortalSettings settings;
    private final List<Problem> problems;
    private final Store store;
    private final Engines engines;
    private final PluginRuntime runtime;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private Portal(
            Composition composition, List<Problem> problems, Store store, HeldModules held, RuntimeOptions options) {
        this.settings = composition.portal();
        this.problems = List.copyOf(problems);
        this.store = store;
        this.engines = new Engines(held, composition.portal().zone());
        engines.rebuildAll();
        this.runtime =
                PluginRuntime.open(composition, new PortalPorts(held, store.records(), engines, this::tell), options);
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

    static Portal open(Composition composition, List<Problem> problems, RuntimeOptions options, Duration firstData) {
        Store store = Store.open(composition.data());
        HeldModules held = new HeldModules(store.snapshots());
        List<String> modules = PortalBuilder.moduleIds(composition);
        held.load(modules);
        Portal portal = new Portal(composition, problems, store, held, options);
        if (!modules.stream().allMatch(module -> held.snapshot(module).isPresent())) {
            portal.await(firstData);
        }
        return portal;
    }

    /** The portal's id, name, languages, zone and calendars. */
    public PortalSettings settings() {
        return settings;
    }

    /** What the registries hold, as it is now. Keep the value for the length of one answer. */
    public TwinningIndex twinning() {
        return engines.twinning();
    }

    /** What the calendars hold, as it is now. Keep the value for the length of one answer. */
    public EventIndex events() {
        return engines.events();
    }

    /** How each module does, in the order of the composition. */
    public List<ModuleHealth> health() {
        return runtime.health();
    }

    /** What is wrong with the composition and the plugin files. */
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(runtime.problems());
        return List.copyOf(all);
    }

    /** Fetches a module soon, whatever its schedule says. Does nothing for a module that is not running. */
    public void refresh(String module) {
        runtime.refresh(module);
    }

    /** Hears, on a thread of the runtime, that data or a module's health has changed. Must return quickly. */
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
        runtime.close();
        store.close();
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
}
