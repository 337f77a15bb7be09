package org.citykit.portal;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.citykit.api.Records;
import org.citykit.api.Views;
import org.citykit.crisis.AlertBoard;
import org.citykit.runtime.Domain;
import org.citykit.runtime.GenerationLog;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.ModuleSnapshot;
import org.citykit.runtime.PortalSettings;
import org.citykit.runtime.RuntimePorts;
import org.citykit.store.RecordStore;
import org.citykit.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The portal as its runtime sees it. Thread-safe. */
final class PortalPorts implements RuntimePorts {
    private static final Logger LOG = LoggerFactory.getLogger(PortalPorts.class);

    private final HeldModules held;
    private final RecordStore records;
    private final GenerationLog generations;
    private final Engines engines;
    private final Supplier<AlertBoard> board;
    private final Runnable changed;

    /**
     * @param board the alerts as they are now
     * @param changed told after every change; must return quickly and never throw
     */
    PortalPorts(HeldModules held, Store store, Engines engines, Supplier<AlertBoard> board, Runnable changed) {
        this.held = held;
        this.records = store.records();
        this.generations = new StoredGenerations(store.generations());
        this.engines = engines;
        this.board = board;
        this.changed = changed;
    }

    @Override
    public Optional<ModuleSnapshot> lastGood(String module) {
        return held.snapshot(module);
    }

    @Override
    public void keep(ModuleSnapshot snapshot) {
        if (held.keep(snapshot)) {
            engines.rebuild(snapshot.domain());
            LOG.info(
                    "Module '{}' holds {} items now; {} pieces of input could not be used.",
                    snapshot.module(),
                    snapshot.items().size(),
                    snapshot.defectCount());
            engines.prepareSearches();
        }
    }

    @Override
    public void adopt(PortalSettings portal, List<ModuleSnapshot> fresh, Set<String> modules) {
        Set<Domain> touched = EnumSet.noneOf(Domain.class);
        touched.addAll(held.adopt(fresh, modules));
        touched.addAll(engines.describe(portal));
        touched.forEach(engines::rebuild);
        LOG.info("The portal has {} modules now; {} of them hold new data.", modules.size(), fresh.size());
        changed.run();
    }

    @Override
    public GenerationLog generations() {
        return generations;
    }

    @Override
    public Records records(String module, int version) {
        return records.forModule(module, version);
    }

    @Override
    public Views views(String module) {
        return new PortalViews(module, held, board);
    }

    @Override
    public void changed(ModuleHealth health) {
        health.reason()
                .ifPresentOrElse(
                        reason -> LOG.warn("{} ({})", reason, health.state()),
                        () -> LOG.debug("Module '{}' is {}.", health.module(), health.state()));
        changed.run();
    }
}
