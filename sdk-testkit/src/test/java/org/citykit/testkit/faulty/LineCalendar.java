package org.citykit.testkit.faulty;

import java.net.URI;
import java.util.Optional;
import org.citykit.api.PluginContext;
import org.citykit.api.Provider;
import org.citykit.api.Secret;
import org.citykit.api.Source;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventCalendar;

/** A calendar that keeps every rule: a text of lines, each with an id, a day and a title. */
@Provider(id = "good-calendar", settings = LineCalendar.Settings.class)
public class LineCalendar implements EventCalendar<LineCalendar.Settings> {
    public record Settings(Optional<URI> feed, Optional<URI> more, Optional<String> file, Optional<Secret> token) {}

    @Override
    public Source<CalendarEvent> open(Settings settings, PluginContext context) {
        return new LineSource(settings, context);
    }
}
