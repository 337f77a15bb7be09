package org.example.delegations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.LocalDate;
import org.citykit.api.Fetched;
import org.citykit.api.Outcome;
import org.citykit.api.PluginContext;
import org.citykit.api.Provider;
import org.citykit.api.Source;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventCalendar;
import org.citykit.api.events.EventKind;

// region class
/** The visits that the protocol office expects. */
@Provider(id = "delegations", settings = DelegationCalendar.Settings.class)
public final class DelegationCalendar implements EventCalendar<DelegationCalendar.Settings> {

    /** @param feed where the protocol office publishes its visits, as JSON */
    public record Settings(URI feed) {}

    @Override
    public Source<CalendarEvent> open(Settings settings, PluginContext context) {
        ObjectMapper json = new ObjectMapper();
        return (since, sink) -> {
            Fetched feed = context.http().get(settings.feed(), since);
            if (feed.unchanged()) {
                return Outcome.nothingNew();
            }
            for (JsonNode visit : json.readTree(feed.body())) {
                sink.accept(CalendarEvent.of(visit.get("id").asText())
                        .kind(EventKind.DELEGATION)
                        .title(Text.of("en", visit.get("title").asText()))
                        .on(LocalDate.parse(visit.get("date").asText())));
            }
            return Outcome.snapshot(feed.cursor());
        };
    }
}
// endregion
