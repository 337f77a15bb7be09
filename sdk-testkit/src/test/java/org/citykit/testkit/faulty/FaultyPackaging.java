package org.citykit.testkit.faulty;

import java.net.URI;
import java.util.Optional;
import org.citykit.api.PluginContext;
import org.citykit.api.Provider;
import org.citykit.api.Secret;
import org.citykit.api.Source;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventCalendar;

/** Calendars that break a rule of packaging or settings. */
public final class FaultyPackaging {
    private FaultyPackaging() {}

    /** Cannot be made. */
    @Provider(id = "unannounced", settings = LineCalendar.Settings.class)
    public static final class Unannounced extends LineCalendar {}

    /** Cannot be used by anybody, for it has no annotation. */
    public static final class Unnamed implements EventCalendar<LineCalendar.Settings> {
        @Override
        public Source<CalendarEvent> open(LineCalendar.Settings settings, PluginContext context) {
            return new LineSource(settings, context);
        }
    }

    /** Its settings record stumbles over a setting that is left out. */
    @Provider(id = "stumbles-over-settings", settings = StumblingSettings.class)
    public static final class Stumbles implements EventCalendar<StumblingSettings> {
        @Override
        public Source<CalendarEvent> open(StumblingSettings settings, PluginContext context) {
            return new LineSource(
                    new LineCalendar.Settings(settings.feed(), Optional.empty(), Optional.empty(), settings.token()),
                    context);
        }
    }

    public record StumblingSettings(Optional<URI> feed, Optional<Secret> token) {
        public StumblingSettings {
            if (feed.orElseThrow().getHost().isEmpty()) {
                throw new IllegalArgumentException("'feed' has no host");
            }
        }
    }
}
