package org.citykit.icalendar.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;
import org.citykit.icalendar.CalendarReader;
import org.citykit.icalendar.CalendarWriter;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.ReadLimits;
import org.citykit.icalendar.SharedData;
import org.citykit.icalendar.time.CalendarZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZoneComponentsTests {

    @Test
    void aZoneThatChangesByRuleIsWrittenAsTwoRulesFrom1970() {
        Component zone = TimeZoneComponents.of(ZoneId.of("Europe/Berlin"), 2020, 2030);

        String text = new String(CalendarWriter.write(List.of(zone)), StandardCharsets.UTF_8);

        assertEquals("""
                BEGIN:VTIMEZONE
                TZID:Europe/Berlin
                BEGIN:DAYLIGHT
                DTSTART:19700329T020000
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0200
                RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
                END:DAYLIGHT
                BEGIN:STANDARD
                DTSTART:19701025T030000
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                END:STANDARD
                END:VTIMEZONE
                """, text.replace("\r\n", "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin", "America/New_York", "Asia/Tehran", "Asia/Riyadh", "Africa/Cairo", "Africa/Casablanca",
                "Australia/Lord_Howe", "Europe/Dublin", "Pacific/Apia", "Asia/Beirut", "Asia/Jerusalem", "America/Nuuk",
                "Asia/Gaza", "America/Santiago", "Asia/Kolkata"
            })
    void whatIsWrittenReadsBackWithTheSameOffsets(String id) {
        ZoneId zone = ZoneId.of(id);
        for (int year = 1995; year < 2035; year += 8) {
            Component definition = TimeZoneComponents.of(zone, year, year + 7);

            ZoneRules read = EmbeddedRules.read(definition).orElseThrow();

            assertSameOffsets(CalendarZone.of(zone), CalendarZone.of("read", read), year, year + 7);
        }
    }

    @Test
    void aZoneThatOnceChangedOtherwiseGoesOnByRuleForEver() {
        ZoneId zone = ZoneId.of("America/New_York");
        Component definition = TimeZoneComponents.of(zone, 2005, 2030);

        String text = new String(CalendarWriter.write(List.of(definition)), StandardCharsets.UTF_8);

        assertEquals(
                List.of("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"),
                text.lines().filter(line -> line.startsWith("RRULE")).toList());
        ZoneRules read = EmbeddedRules.read(definition).orElseThrow();
        assertSameOffsets(CalendarZone.of(zone), CalendarZone.of("read", read), 2005, 2060);
    }

    @ParameterizedTest
    @CsvSource({
        "America/Resolute, 2005, 2012",
        "America/Resolute, 2006, 2009",
        "Antarctica/Macquarie, 2005, 2014",
        "Antarctica/Macquarie, 2010, 2014",
        "America/Scoresbysund, 2024, 2030"
    })
    void aChangeThatAZoneLeftOutIsNotWritten(String id, int fromYear, int toYear) {
        ZoneId zone = ZoneId.of(id);

        ZoneRules read = EmbeddedRules.read(TimeZoneComponents.of(zone, fromYear, toYear))
                .orElseThrow();

        assertSameOffsets(CalendarZone.of(zone), CalendarZone.of("read", read), fromYear, toYear);
    }

    @Test
    void timesBefore1970HaveTheirOffsetsToo() {
        ZoneId zone = ZoneId.of("Asia/Tehran");

        ZoneRules read =
                EmbeddedRules.read(TimeZoneComponents.of(zone, 1950, 2026)).orElseThrow();

        assertSameOffsets(CalendarZone.of(zone), CalendarZone.of("read", read), 1950, 2026);
    }

    @Test
    void publishedDefinitionsGiveTheOffsetsOfTheJdk() throws IOException {
        List<Path> files = SharedData.files("calendar/vtimezone", ".ics");
        for (Path file : files) {
            Component zone = CalendarReader.read(Files.readAllBytes(file), ReadLimits.standard())
                    .components("VTIMEZONE")
                    .get(0);
            String id = file.getFileName().toString().replace(".ics", "").replaceFirst("_", "/");

            ZoneRules read = EmbeddedRules.read(zone).orElseThrow();

            // The JDK of the build may carry an older tz database than the files: years that no longer change.
            assertSameOffsets(CalendarZone.of(ZoneId.of(id)), CalendarZone.of(id, read), 2012, 2021);
        }
        assertTrue(files.size() >= 9);
    }

    private static void assertSameOffsets(CalendarZone expected, CalendarZone actual, int fromYear, int toYear) {
        LocalDateTime local = LocalDateTime.of(fromYear, 1, 2, 0, 30);
        while (local.getYear() <= toYear) {
            LocalDateTime at = local;
            assertEquals(expected.toInstant(local), actual.toInstant(local), () -> expected + " at " + at);
            local = local.plusHours(5);
        }
    }
}
