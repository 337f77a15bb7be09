package org.citykit.plugins.ical;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.Fetched;
import org.citykit.api.Outcome;
import org.citykit.api.PluginContext;
import org.citykit.api.Sink;
import org.citykit.api.Source;
import org.citykit.api.events.CalendarEvent;

/**
 * Reads all files and feeds of a module as one calendar.
 *
 * <p>If one of them cannot be read, nothing of the fetch counts and the last good events of all of them stay: an event
 * may stand in several, and what a silent feed no longer says is not gone.
 */
final class IcalSource implements Source<CalendarEvent> {
    private final IcalSettings settings;
    private final PluginContext context;

    IcalSource(IcalSettings settings, PluginContext context) {
        this.settings = settings;
        this.context = context;
    }

    @Override
    public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) throws IOException, InterruptedException {
        Map<String, Input> inputs = inputs(since);
        long unchanged = inputs.values().stream()
                .filter(input -> input.content().unchanged())
                .count();
        if (unchanged == inputs.size()) {
            return Outcome.nothingNew();
        }
        Map<String, Input> whole = unchanged == 0 ? inputs : inputs(Cursor.start());
        Complaints complaints = new Complaints(sink::reject);
        CalendarIntake intake = new CalendarIntake(settings, context.limits(), complaints);
        for (Input input : whole.values()) {
            intake.read(input);
        }
        new FamilyReader(settings, context, complaints).read(intake.families(), sink);
        Map<String, Cursor> next = new LinkedHashMap<>();
        whole.forEach((name, input) -> next.put(name, input.content().cursor()));
        return Outcome.snapshot(Cursor.ofParts(next));
    }

    private Map<String, Input> inputs(Cursor since) {
        Map<String, Cursor> known = since.parts();
        Map<String, Input> inputs = new LinkedHashMap<>();
        for (String file : settings.files()) {
            String name = "file " + file;
            Cursor last = known.getOrDefault(name, Cursor.start());
            inputs.put(name, new Input(file, read(() -> context.files().read(file, last))));
        }
        for (URI feed : settings.feeds()) {
            String name = "feed " + feed;
            Cursor last = known.getOrDefault(name, Cursor.start());
            inputs.put(
                    name, new Input(Input.shown(feed), read(() -> context.http().get(feed, last))));
        }
        return inputs;
    }

    private Fetched read(Supplier<Fetched> input) {
        int others = settings.files().size() + settings.feeds().size() - 1;
        try {
            return input.get();
        } catch (CityKitException failed) {
            if (others == 0) {
                throw failed;
            }
            throw new CityKitException(
                    failed.code(),
                    failed.getMessage() + " The other " + others
                            + " calendars of this module keep their last good events"
                            + " until it can be read. Give calendars that fail on their own modules of their own.",
                    failed);
        }
    }
}
