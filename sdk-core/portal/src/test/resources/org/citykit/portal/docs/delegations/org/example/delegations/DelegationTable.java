package org.example.delegations;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citykit.api.Defect;
import org.citykit.api.Fetched;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Outcome;
import org.citykit.api.PluginContext;
import org.citykit.api.Provider;
import org.citykit.api.Sink;
import org.citykit.api.Source;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventCalendar;
import org.citykit.api.events.EventKind;

/** The same visits from a file: one line each, with id, date and title. */
@Provider(id = "delegation-table", settings = DelegationTable.Settings.class)
public final class DelegationTable implements EventCalendar<DelegationTable.Settings> {

    // region settings
    /**
     * @param file a file below the portal's folder
     * @param language of the titles
     * @param kind what kind of events they are, delegations unless said
     */
    public record Settings(String file, Locale language, Optional<EventKind> kind) {
        public Settings {
            if (!file.endsWith(".csv")) {
                throw new InvalidValueException("file", "must be a .csv file, but is \"" + file + "\"");
            }
        }
    }
    // endregion

    @Override
    public Source<CalendarEvent> open(Settings settings, PluginContext context) {
        return (since, sink) -> {
            Fetched file = context.files().read(settings.file(), since);
            if (file.unchanged()) {
                return Outcome.nothingNew();
            }
            read(settings, file.text().lines().toList(), sink);
            return Outcome.snapshot(file.cursor());
        };
    }

    // region defects
    private static void read(Settings settings, List<String> lines, Sink<? super CalendarEvent> sink) {
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", 3);
            try {
                sink.accept(CalendarEvent.of(cells[0])
                        .kind(settings.kind().orElse(EventKind.DELEGATION))
                        .title(Text.of(settings.language().toLanguageTag(), cells[2]))
                        .on(LocalDate.parse(cells[1])));
            } catch (InvalidValueException | DateTimeParseException | ArrayIndexOutOfBoundsException bad) {
                sink.reject(new Defect(settings.file(), i + 1, 0, "is no visit: " + bad.getMessage()));
            }
        }
    }
    // endregion
}
