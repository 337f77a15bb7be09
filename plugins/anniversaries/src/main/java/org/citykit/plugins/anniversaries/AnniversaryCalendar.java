package org.citykit.plugins.anniversaries;

import org.citykit.api.PluginContext;
import org.citykit.api.Provider;
import org.citykit.api.Source;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventCalendar;

/** A calendar of the anniversaries that stand in the registry. */
@Provider(id = "anniversaries", settings = AnniversarySettings.class)
public final class AnniversaryCalendar implements EventCalendar<AnniversarySettings> {
    @Override
    public Source<CalendarEvent> open(AnniversarySettings settings, PluginContext context) {
        return new AnniversarySource(settings, context);
    }
}
