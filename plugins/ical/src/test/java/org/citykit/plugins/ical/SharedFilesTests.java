package org.citykit.plugins.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
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
import org.citykit.events.EventIndex;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
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
                        EventIndex index = EventIndex.of(
                                List.of(new CalendarSnapshot("a", new Revision("1"), events)), ZoneId.of("UTC"));
                        assertEquals(List.of(), index.problems());
                    } catch (CityKitException refused) {
                        assertTrue(refused.getMessage().contains("a.ics"), refused.getMessage());
                    }
                }));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static List<Path> files(String relative) throws IOException {
        Path found = root().resolve(relative);
        Assumptions.assumeTrue(Files.exists(found), "shared test data is absent: " + found);
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
