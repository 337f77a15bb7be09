package org.citykit.api.events;

import org.citykit.api.PluginContext;
import org.citykit.api.Source;

/**
 * Provides event calendars. A vendor implements it and annotates the class with {@link org.citykit.api.Provider}.
 *
 * @param <S> its settings
 * @since 1.0
 */
public interface EventCalendar<S extends Record> {
    /**
     * Opens one calendar. Called once for each module in {@code portal.yaml} that uses this provider, from a platform
     * thread of the runtime, within {@link org.citykit.api.Limits#open}. Do not fetch here.
     *
     * @param settings bound and validated
     * @param context belongs to this module
     * @return never null; what is thrown keeps the module from opening and is shown as its reason
     */
    Source<CalendarEvent> open(S settings, PluginContext context);
}
