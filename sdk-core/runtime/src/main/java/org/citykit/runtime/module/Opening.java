package org.citykit.runtime.module;

import java.util.List;
import org.citykit.runtime.Problem;
import org.citykit.runtime.context.ModuleContext;
import org.jspecify.annotations.Nullable;

/** Binds a module's settings and opens its provider. Runs vendor code, so the guard calls it. */
@FunctionalInterface
public interface Opening {
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

    /** Opens the module. */
    Result open() throws Exception;
}
