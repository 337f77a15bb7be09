package org.citykit.api.twinning;

import org.citykit.api.PluginContext;
import org.citykit.api.Source;

/**
 * Provides registries of agreements, cities and networks. A vendor implements it and annotates the class with
 * {@link org.citykit.api.Provider}.
 *
 * @param <S> its settings
 * @since 1.0
 */
public interface TwinningRegistry<S extends Record> {
    /**
     * Opens one registry. Called once for each module in {@code portal.yaml} that uses this provider, from a platform
     * thread of the runtime, within {@link org.citykit.api.Limits#open}. Do not fetch here.
     *
     * @param settings bound and validated
     * @param context belongs to this module
     * @return never null; what is thrown keeps the module from opening and is shown as its reason
     */
    Source<TwinningItem> open(S settings, PluginContext context);
}
