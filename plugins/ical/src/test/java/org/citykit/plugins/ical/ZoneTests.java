package org.citykit.plugins.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.citykit.api.events.EventTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZoneTests {
    private static final String EUROPEAN = zone("Office", "+0100", "+0200", "20070325T020000", "-1SU", 3, 10);
    private static final String NOWHERE = zone("Odd", "+0117", "+0217", "20070401T020000", "1TU", 4, 9);

    @TempDir
    Path folder;

    @Test
    void rulesThatNoZoneHasAreToldWithTheOffsetOfTheFirstTime() throws Exception {
        Desk desk = Desk.of(
                folder,
                NOWHERE,
                Desk.event("once", "DTSTART;TZID=Odd:20260701T080000"),
                Desk.event("weekly", "DTSTART;TZID=Odd:20260701T080000", "RRULE:FREQ=WEEKLY"));

        assertEquals(ZoneOffset.ofHoursMinutes(2, 17), zoneOf(desk, "once"));
        assertEquals(ZoneOffset.ofHoursMinutes(2, 17), zoneOf(desk, "weekly"));
        assertEquals(
                1,
                desk.defects().stream()
                        .filter(defect -> defect.reason().contains("none that is known"))
                        .count());
    }

    @Test
    void anUnknownZoneWithoutRulesIsFloatingAndReported() throws Exception {
        Desk desk = Desk.of(folder, Desk.event("a", "DTSTART;TZID=Nowhere:20260701T080000"));

        EventTime.Timed when = (EventTime.Timed) desk.event("a").when();

        assertEquals(Optional.empty(), when.zone());
        assertTrue(desk.reported("zone: expected"));
    }

    @Test
    void rulesOfItsOwnAreFoundAmongTheKnownZones() throws Exception {
        Desk desk =
                Desk.of(folder, EUROPEAN, Desk.event("a", "DTSTART;TZID=Office:20260701T080000", "RRULE:FREQ=WEEKLY"));

        ZoneId found = zoneOf(desk, "a");

        for (int month = 1; month <= 12; month++) {
            LocalDateTime noon = LocalDateTime.of(2027, month, 15, 12, 0);
            assertEquals(
                    ZoneId.of("Europe/Berlin").getRules().getOffset(noon),
                    found.getRules().getOffset(noon));
        }
        assertFalse(desk.reported("none that is known"));
        assertEquals(LocalDateTime.of(2026, 7, 1, 8, 0), desk.event("a").when().localStart());
    }

    private static ZoneId zoneOf(Desk desk, String id) throws Exception {
        return ((EventTime.Timed) desk.event(id).when()).zone().orElseThrow();
    }

    private static String zone(
            String id, String standard, String daylight, String start, String day, int from, int to) {
        return "BEGIN:VTIMEZONE\r\nTZID:" + id
                + "\r\nBEGIN:DAYLIGHT\r\nDTSTART:" + start + "\r\nTZOFFSETFROM:" + standard + "\r\nTZOFFSETTO:"
                + daylight + "\r\nRRULE:FREQ=YEARLY;BYMONTH=" + from + ";BYDAY=" + day
                + "\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\nDTSTART:20071028T030000\r\nTZOFFSETFROM:" + daylight
                + "\r\nTZOFFSETTO:" + standard + "\r\nRRULE:FREQ=YEARLY;BYMONTH=" + to + ";BYDAY=" + day
                + "\r\nEND:STANDARD\r\nEND:VTIMEZONE";
    }
}
