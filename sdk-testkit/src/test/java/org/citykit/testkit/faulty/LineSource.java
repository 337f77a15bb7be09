package org.citykit.testkit.faulty;

import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.Defect;
import org.citykit.api.Fetched;
import org.citykit.api.Outcome;
import org.citykit.api.PluginContext;
import org.citykit.api.Sink;
import org.citykit.api.Source;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.testkit.faulty.LineCalendar.Settings;

/** Reads the lines; what is overridden breaks a rule. */
class LineSource implements Source<CalendarEvent> {
    static final String HEAD = "calendar";

    final Settings settings;
    final PluginContext context;

    LineSource(Settings settings, PluginContext context) {
        this.settings = settings;
        this.context = context;
    }

    @Override
    public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) throws Exception {
        Map<String, Fetched> inputs = inputs(since);
        if (!since.isStart() && inputs.values().stream().allMatch(Fetched::unchanged)) {
            return Outcome.nothingNew();
        }
        if (inputs.values().stream().anyMatch(Fetched::unchanged)) {
            inputs = inputs(Cursor.start());
        }
        Map<String, Cursor> next = new LinkedHashMap<>();
        for (Map.Entry<String, Fetched> input : inputs.entrySet()) {
            next.put(input.getKey(), input.getValue().cursor());
            read(input.getValue(), sink);
        }
        return Outcome.snapshot(Cursor.ofParts(next));
    }

    Map<String, Fetched> inputs(Cursor since) {
        Map<String, Fetched> inputs = new LinkedHashMap<>();
        settings.feed().ifPresent(feed -> inputs.put("feed", get(feed, since.part("feed"))));
        settings.more().ifPresent(more -> inputs.put("more", get(more, since.part("more"))));
        settings.file().ifPresent(file -> inputs.put("file", context.files().read(file, since.part("file"))));
        return inputs;
    }

    Fetched get(URI feed, Cursor since) {
        return context.http().get(feed, since);
    }

    void read(Fetched input, Sink<? super CalendarEvent> sink) {
        List<String> lines = text(input).lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
            throw new CityKitException(ApiError.DATA_UNREADABLE, "This is no list of events.");
        }
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\\|", -1);
            if (cells.length == 3) {
                sink.accept(event(cells[0], LocalDate.parse(cells[1]), cells[2]));
            } else {
                sink.reject(new Defect("feed", i + 1L, 0, "has not three cells"));
            }
        }
    }

    String text(Fetched input) {
        return input.text();
    }

    CalendarEvent event(String id, LocalDate day, String title) {
        return draft(id, title).on(day);
    }

    CalendarEvent.Draft draft(String id, String title) {
        return CalendarEvent.of(id).title(Text.of("en", title));
    }
}
