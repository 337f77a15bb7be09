package org.citykit.runtime;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.Records;
import org.citykit.api.Views;

/**
 * What the runtime needs of the portal around it. Implemented by the portal; called from several threads of the
 * runtime.
 */
public interface RuntimePorts {
    /** The last good snapshot of a module, if one is stored. */
    Optional<ModuleSnapshot> lastGood(String module);

    /** Stores a snapshot, so that it survives from when this returns, and makes it visible. */
    void keep(ModuleSnapshot snapshot);

    /**
     * Takes up another set of modules: stores what changed ones hold, then makes it visible, and hides what belongs to
     * no module any more, without forgetting it. If anything cannot be stored, all stays as it was.
     *
     * @param portal how the portal is described from now on
     * @param fresh what changed modules hold
     * @param modules the ids of all modules from now on
     */
    void adopt(PortalSettings portal, List<ModuleSnapshot> fresh, Set<String> modules);

    /** The generations that were applied. */
    GenerationLog generations();

    /** The durable records of a module in one version of its format. */
    Records records(String module, int version);

    /** What a module may see of the others. */
    Views views(String module);

    /** Hears that a module does better or worse. */
    void changed(ModuleHealth health);
}
