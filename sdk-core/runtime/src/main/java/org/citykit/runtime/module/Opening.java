package org.citykit.runtime.module;

import java.util.List;
import java.util.Optional;
import org.citykit.runtime.Problem;
import org.citykit.runtime.context.ModuleContext;
import org.jspecify.annotations.Nullable;

/** Opens one module's provider, in two steps of which only the second runs vendor code. */
public interface Opening {
    /**
     * The plugin's classes, or why there are none.
     *
     * @param loader the plugin's class loader
     * @param problem why it cannot be linked; there is one of the two
     */
    record Link(Optional<ClassLoader> loader, Optional<Problem> problem) {}

    /** What came of it. */
    sealed interface Result {
        /**
         * It is open.
         *
         * @param provided a source or channel; null if the provider broke its contract
         * @param context what it was handed
         */
        record Opened(@Nullable Object provided, ModuleContext context) implements Result {}

        /**
         * Its settings do not fit.
         *
         * @param problems at least one
         */
        record Refused(List<Problem> problems) implements Result {}
    }

    /** Links the plugin, unless it is linked already. May take long; runs none of its code. */
    Link link();

    /** Binds the settings and opens the provider; only after linking. Runs vendor code, so the guard calls it. */
    Result open() throws Exception;
}
