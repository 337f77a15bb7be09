package org.citykit.api.crisis;

import org.citykit.api.PluginContext;

/**
 * Provides channels that carry alerts out. A vendor implements it and annotates the class with
 * {@link org.citykit.api.Provider}.
 *
 * @param <S> its settings
 * @since 1.0
 */
public interface AlertChannel<S extends Record> {
    /**
     * Opens one channel. Called once for each module in {@code portal.yaml} that uses this provider, from a platform
     * thread of the runtime, within {@link org.citykit.api.Limits#open}. Do not send anything here.
     *
     * @param settings bound and validated
     * @param context belongs to this module
     * @return never null; what is thrown keeps the module from opening and is shown as its reason
     */
    Channel open(S settings, PluginContext context);
}
