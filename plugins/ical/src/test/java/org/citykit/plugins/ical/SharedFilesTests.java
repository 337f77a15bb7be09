package org.citykit.plugins.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citykit.api.CityKitException;
import org.citykit.api.Revision;
import org.citykit.api.events.CalendarEvent;
import org.citykit.events.CalendarSnapshot;
import org.citykit.events.EventEntry;
import org.citykit.events.EventIndex;
import org.citykit.events.EventSource;
import org.citykit.icalendar.CalendarReader;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.ReadLimits;
import org.citykit.icalendar.event.VEvent;
import org.citykit.icalendar.zone.ZoneResolver;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Calendars of real cities and of other libraries' tests. */
class SharedFilesTests {
    private static final Pattern UID = Pattern.compile("(?m)^UID:(.*?)\\r?$");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> noEventOfARealCityIsLost() throws IOException {
        return files("calendar/real-city").stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    String written = Files.readString(file).replace("\r\n ", "").replace("\n ", "");
                    Set<String> uids = UID.matcher(written)
                            .results()
                            .map(uid -> uid.group(1))
                            .collect(Collectors.toCollection(TreeSet::new));

                    Desk desk = new Desk(Files.createDirectories(folder.resolve(name(file) + ".d")))
                            .raw(name(file), Files.readString(file));
                    Set<String> ids = new TreeSet<>(desk.events().keySet());

                    assertEquals(uids, ids);
                    assertFalse(uids.isEmpty());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyCalendarIsReadOrRefusedWithAReason() throws IOException {
        return files("calendar/ics").stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    Path own = Files.createDirectories(folder.resolve(name(file) + ".d"));
                    Desk desk =
                            new Desk(own).raw("a.ics", new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                    try {
                        List<CalendarEvent> events = List.copyOf(desk.events().values());
                        assertEveryWellFormedEventIsKept(file, events);
                        EventIndex index = EventIndex.of(
                                List.of(new CalendarSnapshot("a", new Revision("1"), events)), ZoneId.of("UTC"));
                        assertEquals(List.of(), index.problems());
                    } catch (CityKitException refused) {
                        assertTrue(refused.getMessage().contains("a.ics"), refused.getMessage());
                    }
                }));
    }

    @Test
    void aRealCityWhoseUidsAndStampsAreNewAtEveryLoadChangesNothing() throws Exception {
        String city = Files.readString(shared("calendar/real-city").resolve("tampa_calendar.ics"));
        Desk desk = new Desk(folder).raw("city.ics", city);
        desk.fetch();
        List<CalendarEvent> first = desk.delivered();
        desk.raw(
                "city.ics",
                city.replaceAll("(?m)^UID:", "UID:load-2-").replaceAll("(?m)^DTSTAMP:2026", "DTSTAMP:2027"));

        desk.fetch();

        assertTrue(first.size() > 150, "only " + first.size());
        assertEquals(first, desk.delivered());
    }

    @Test
    void theOfficesOfARealCityRepeatItsEventsAndEachIsShownOnce() throws Exception {
        Path city = shared("calendar/real-city");
        List<CalendarSnapshot> calendars = new ArrayList<>();
        int all = 0;
        for (String name : List.of("tampa_calendar", "tampa_146", "tampa_156")) {
            Desk desk = new Desk(Files.createDirectories(folder.resolve(name)))
                    .raw("a.ics", Files.readString(city.resolve(name + ".ics")));
            List<CalendarEvent> events = List.copyOf(desk.events().values());
            all += events.size();
            calendars.add(new CalendarSnapshot(name.replace('_', '-'), new Revision("1"), events));
        }

        EventIndex index = EventIndex.of(calendars, ZoneId.of("America/New_York"));

        int repeated = all - index.size();
        assertTrue(repeated >= 90, "only " + repeated + " of " + all + " were brought together");
        Set<List<Object>> seen = new HashSet<>();
        for (EventEntry entry : index.entries()) {
            CalendarEvent event = entry.event();
            assertEquals(
                    entry.sources().size(),
                    entry.sources().stream().map(EventSource::module).distinct().count());
            boolean shownBefore = !seen.add(List.of(event.title(), event.when(), event.place(), event.web()));
            assertFalse(
                    shownBefore
                            && entry.sources().size() == 1
                            && !entry.module().equals("tampa-calendar"),
                    () -> entry + " is shown twice");
        }
        assertEquals(List.of(), index.problems());
    }

    /** Each UID with a start that can be read is there, unless it is private anywhere. */
    private static void assertEveryWellFormedEventIsKept(Path file, List<CalendarEvent> events) throws IOException {
        Set<String> kept = new HashSet<>();
        events.forEach(event -> {
            kept.add(event.id());
            kept.add(event.id().replaceFirst("/[0-9T]+$", ""));
        });
        Set<String> wanted = new TreeSet<>();
        Set<String> concealed = new HashSet<>();
        for (Component calendar : CalendarReader.read(Files.newInputStream(file), ReadLimits.standard())
                .calendars()) {
            ZoneResolver zones = ZoneResolver.of(calendar);
            for (Component component : calendar.components("VEVENT")) {
                VEvent event = VEvent.of(component, zones);
                event.uid()
                        .map(Ids::ofUid)
                        .filter(id -> event.start().isPresent())
                        .ifPresent(id -> (component.property("CLASS").isPresent() ? concealed : wanted).add(id));
            }
        }
        wanted.removeAll(concealed);
        wanted.removeAll(kept);
        assertEquals(Set.of(), wanted);
    }

    private static Path shared(String relative) {
        Path found = root().resolve(relative);
        Assumptions.assumeTrue(Files.exists(found), "shared test data is absent: " + found);
        return found;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static List<Path> files(String relative) throws IOException {
        Path found = shared(relative);
        try (Stream<Path> all = Files.walk(found)) {
            return all.filter(path -> path.toString().endsWith(".ics")).sorted().toList();
        }
    }

    private static Path root() {
        String given = System.getProperty("citykit.shared.data", "");
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolveSibling("shared").resolve("data");
            if (at.getFileName() != null && Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return Path.of("..", "shared", "data");
    }
}
