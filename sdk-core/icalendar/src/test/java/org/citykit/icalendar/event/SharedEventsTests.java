package org.citykit.icalendar.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.citykit.icalendar.CalendarDocument;
import org.citykit.icalendar.CalendarReader;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.ReadLimits;
import org.citykit.icalendar.SharedData;
import org.citykit.icalendar.recur.Budget;
import org.citykit.icalendar.recur.Expansion;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.zone.ZoneResolver;
import org.junit.jupiter.api.Test;

/** Gives every event of the shared calendars its typed view and expands it. */
class SharedEventsTests {

    @Test
    void everyEventOfEveryFileIsViewedAndExpanded() throws IOException {
        List<Path> files = new ArrayList<>(SharedData.files("calendar/ics", ".ics"));
        files.addAll(SharedData.files("calendar/real-city", ".ics"));
        int events = 0;
        int dated = 0;
        int truncated = 0;
        for (Path file : files) {
            CalendarDocument document = CalendarReader.read(Files.readAllBytes(file), ReadLimits.standard());
            for (Component calendar : document.calendars()) {
                ZoneResolver zones = ZoneResolver.of(calendar);
                for (Component component : calendar.components("VEVENT")) {
                    VEvent event = VEvent.of(component, zones);
                    events++;
                    if (event.recurrence().isPresent()) {
                        dated++;
                        truncated += expand(event).truncated() ? 1 : 0;
                    }
                }
            }
        }

        SharedData.report(
                "events" + ": " + events + " viewed, " + dated + " with a start, " + truncated + " truncated");
        assertTrue(events > 3_000);
        assertEquals(0, truncated);
    }

    private static Expansion expand(VEvent event) {
        return event.recurrence()
                .orElseThrow()
                .expand(
                        Instant.parse("1990-01-01T00:00:00Z"),
                        Instant.parse("2030-01-01T00:00:00Z"),
                        CalendarZone.UTC,
                        new Budget(1_000_000, 100_000));
    }
}
