package org.citykit.plugins.ical;

import org.citykit.api.PluginContext;
import org.citykit.api.Provider;
import org.citykit.api.Source;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventCalendar;

/** A calendar from iCalendar files and addresses. */
@Provider(id = "ical", settings = IcalSettings.class)
public final class IcalCalendar implements EventCalendar<IcalSettings> {
    @Override
    public Source<CalendarEvent> open(IcalSettings settings, PluginContext context) {
        return new IcalSource(settings, context);
    }
}
