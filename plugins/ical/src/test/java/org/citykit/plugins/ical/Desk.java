package org.citykit.plugins.ical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.citykit.api.Audience;
import org.citykit.api.Cursor;
import org.citykit.api.Defect;
import org.citykit.api.Limits;
import org.citykit.api.Outcome;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventKind;
import org.citykit.testkit.CollectingSink;
import org.citykit.testkit.FakeContext;
import org.citykit.testkit.ManualClock;
import org.citykit.testkit.RecordedAnswer;
import org.citykit.testkit.RecordedWeb;
import org.jspecify.annotations.Nullable;

/** One module of calendars in a folder of the test, and what it delivered last. */
final class Desk {
    private final Path folder;
    private final RecordedWeb web = new RecordedWeb();
    private final ManualClock clock = ManualClock.at(Instant.parse("2026-05-01T09:00:00Z"), ZoneId.of("Asia/Tehran"));
    private final List<String> files = new ArrayList<>();
    private final List<URI> feeds = new ArrayList<>();
    private final Map<String, EventKind> kinds = new LinkedHashMap<>();
    private Optional<Locale> language = Optional.empty();
    private Optional<EventKind> kind = Optional.empty();
    private Optional<ZoneId> zone = Optional.empty();
    private Optional<Text> place = Optional.empty();
    private Optional<Text> source = Optional.empty();
    private Limits limits = Limits.STANDARD;
    private CollectingSink<CalendarEvent> sink = CollectingSink.of(CalendarEvent.class);
    private Cursor cursor = Cursor.start();
    private Set<Audience> audiences = Set.of();
    private List<Locale> heldIn = List.of();
    private @Nullable FakeContext made;

    Desk(Path folder) {
        this.folder = folder;
    }

    /** A module with one file that holds a calendar of these lines. */
    static Desk of(Path folder, String... lines) {
        return new Desk(folder).file("city.ics", lines);
    }

    /** Adds or changes a file with a calendar of these lines. */
    Desk file(String name, String... lines) {
        return raw(name, calendar(lines));
    }

    Desk raw(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.writeString(file, content);
            clock.advance(Duration.ofMinutes(1));
            Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(clock.instant()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (!files.contains(name)) {
            files.add(name);
        }
        return this;
    }

    Desk feed(String address, String... lines) {
        return feed(address, RecordedAnswer.of("text/calendar; charset=utf-8", calendar(lines)));
    }

    Desk feed(String address, RecordedAnswer answer) {
        web.answer(address, answer);
        if (!feeds.contains(URI.create(address))) {
            feeds.add(URI.create(address));
        }
        return this;
    }

    Desk language(String tag) {
        language = Optional.of(Locale.forLanguageTag(tag));
        return this;
    }

    Desk kind(EventKind value) {
        kind = Optional.of(value);
        return this;
    }

    Desk kind(String category, EventKind value) {
        kinds.put(category, value);
        return this;
    }

    Desk zone(String id) {
        zone = Optional.of(ZoneId.of(id));
        return this;
    }

    Desk place(Text value) {
        place = Optional.of(value);
        return this;
    }

    Desk source(Text value) {
        source = Optional.of(value);
        return this;
    }

    Desk limits(Limits value) {
        limits = value;
        return this;
    }

    Desk audiences(Audience... values) {
        audiences = Set.of(values);
        return this;
    }

    Desk heldIn(String... tags) {
        heldIn = Stream.of(tags).map(Locale::forLanguageTag).toList();
        return this;
    }

    Outcome fetch() throws Exception {
        FakeContext context = context();
        IcalSettings settings = new IcalSettings(
                files,
                feeds,
                language,
                kind,
                kinds,
                audiences,
                heldIn,
                zone,
                place,
                source,
                Optional.empty(),
                Optional.of("CC0-1.0"));
        sink = CollectingSink.of(CalendarEvent.class);
        Outcome outcome = new IcalCalendar().open(settings, context).fetch(cursor, sink);
        if (outcome instanceof Outcome.Snapshot snapshot) {
            cursor = snapshot.next();
        }
        return outcome;
    }

    /** One for all fetches, for its records last as long. */
    private FakeContext context() {
        FakeContext context = made;
        if (context == null) {
            context =
                    FakeContext.in(folder).web(web).clock(clock).limits(limits).make();
            made = context;
        }
        return context;
    }

    /** What the last fetch delivered, in order. */
    List<CalendarEvent> delivered() {
        return List.copyOf(sink.items());
    }

    /** The events of a fresh fetch, by id. */
    Map<String, CalendarEvent> events() throws Exception {
        cursor = Cursor.start();
        fetch();
        Map<String, CalendarEvent> events = new LinkedHashMap<>();
        sink.items().forEach(event -> events.put(event.id(), event));
        return events;
    }

    CalendarEvent event(String id) throws Exception {
        Map<String, CalendarEvent> events = events();
        return Optional.ofNullable(events.get(id))
                .orElseThrow(() -> new AssertionError("no event " + id + " among " + events.keySet()));
    }

    List<Defect> defects() {
        return sink.defects();
    }

    /** What was reported and says something. */
    boolean reported(String words) {
        return sink.defects().stream().anyMatch(defect -> defect.reason().contains(words));
    }

    static String calendar(String... lines) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
                + String.join("\r\n", lines)
                + "\r\nEND:VCALENDAR\r\n";
    }

    /** A VEVENT with a UID and a DTSTAMP. */
    static String event(String uid, String... lines) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20260101T000000Z\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VEVENT";
    }
}
