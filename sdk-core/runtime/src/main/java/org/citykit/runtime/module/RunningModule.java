package org.citykit.runtime.module;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.citykit.runtime.Domain;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.ModuleSnapshot;

/** A module that has been linked, whatever it is for. Thread-safe; no method waits for vendor code. */
public sealed interface RunningModule permits SourceModule, ChannelModule {
    /** A module of a plan, not yet started. */
    static RunningModule of(ModulePlan plan, ModuleServices services, Optional<ModuleSnapshot> lastGood) {
        return plan.domain() == Domain.CHANNEL
                ? new ChannelModule(plan, services)
                : new SourceModule(plan, services, lastGood);
    }

    /**
     * Opens it in the background, and fetches it if it is a source; one that holds data of its own, not older than its
     * schedule says, waits until that is due.
     */
    void start();

    /** How it does. */
    ModuleHealth health();

    /** True once it has been tried and does nothing at the moment. */
    boolean settled();

    /** True while its provider is open. */
    boolean opened();

    /** True once it holds data or has been tried. */
    boolean ready();

    /** True if something it read of the portal has changed since. */
    boolean outdated();

    /** Opens or fetches it again soon. */
    void refresh();

    /** Closes it; ends within its deadline, well or not. */
    CompletableFuture<?> close();
}
