package org.citykit.plugins.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiesTests {
    private static final String DAY = "DTSTART;VALUE=DATE:20260501";

    @TempDir
    Path folder;

    @Test
    void eventsThatShareAUidByMistakeAreAllKept() throws Exception {
        Desk desk = Desk.of(
                folder,
                Desk.event("a", DAY, "SUMMARY:One"),
                Desk.event("a", "DTSTART;VALUE=DATE:20260502", "SUMMARY:Two"));

        Map<String, CalendarEvent> events = desk.events();

        assertEquals(List.of("a/20260501", "a/20260502"), List.copyOf(events.keySet()));
        assertTrue(desk.reported("this UID belongs to several events"));
    }

    @Test
    void aSeriesKeepsItsUidBesideANamesake() throws Exception {
        Desk desk = Desk.of(
                folder,
                Desk.event("a", DAY, "SUMMARY:One"),
                Desk.event("a", "DTSTART;VALUE=DATE:20260502", "RRULE:FREQ=DAILY", "SUMMARY:Two"));

        assertEquals(Set.of("a", "a/20260501"), desk.events().keySet());
        assertEquals("Two", desk.event("a").title().original());
    }

    @Test
    void anOlderSequenceIsPassedOver() throws Exception {
        Desk desk = Desk.of(
                folder,
                Desk.event("a", DAY, "SEQUENCE:2", "STATUS:CANCELLED"),
                Desk.event("a", "DTSTART;VALUE=DATE:20260430", "SEQUENCE:1"));

        CalendarEvent event = desk.event("a");

        assertEquals(EventStatus.CANCELLED, event.status());
        assertEquals(LocalDate.of(2026, 5, 1), event.when().localStart().toLocalDate());
        assertTrue(desk.reported("newer SEQUENCE"));
    }

    @Test
    void theNewerOfTwoInputsIsBelievedAboutTheTime() throws Exception {
        Desk desk = new Desk(folder)
                .file("old.ics", Desk.event("a", DAY, "SUMMARY;LANGUAGE=fa:جشن"))
                .file(
                        "new.ics",
                        Desk.event(
                                "a",
                                "DTSTART;VALUE=DATE:20260502",
                                "LAST-MODIFIED:20260401T000000Z",
                                "SUMMARY;LANGUAGE=en:Feast"));

        CalendarEvent event = desk.event("a");

        assertEquals(LocalDate.of(2026, 5, 2), event.when().localStart().toLocalDate());
        assertEquals(Map.of("en", "Feast", "fa", "جشن"), event.title().texts());
        assertTrue(desk.reported("begins at another time than in new.ics"));
    }

    @Test
    void oneFilePerLanguageIsOneEventInAllLanguages() throws Exception {
        Desk desk = new Desk(folder)
                .file("fa.ics", Desk.event("a", DAY, "SUMMARY;LANGUAGE=fa:نوروز", "LOCATION;LANGUAGE=fa:تهران"))
                .file("ar.ics", Desk.event("a", DAY, "SUMMARY;LANGUAGE=ar:نوروز", "LOCATION;LANGUAGE=ar:طهران"))
                .file("en.ics", Desk.event("a", DAY, "SUMMARY;LANGUAGE=en:Nowruz", "DESCRIPTION;LANGUAGE=en:New year"));

        Map<String, CalendarEvent> events = desk.events();

        assertEquals(Set.of("a"), events.keySet());
        assertEquals(List.of("fa", "ar", "en"), events.get("a").title().tags());
        assertEquals(
                List.of("fa", "ar"),
                events.get("a").place().orElseThrow().name().tags());
        assertEquals(List.of("en"), events.get("a").description().orElseThrow().tags());
        assertEquals(List.of(), desk.defects());
    }

    @Test
    void oneFileMayHoldSeveralLanguagesToo() throws Exception {
        Desk desk = Desk.of(
                folder,
                Desk.event("a", DAY, "SUMMARY;LANGUAGE=fa:نوروز", "SUMMARY;LANGUAGE=en:Nowruz"),
                Desk.event("b", DAY, "SUMMARY;LANGUAGE=fa:جشن"),
                Desk.event("b", DAY, "SUMMARY;LANGUAGE=en:Feast"));

        assertEquals(List.of("fa", "en"), desk.event("a").title().tags());
        assertEquals(List.of("fa", "en"), desk.event("b").title().tags());
    }

    @Test
    void replacementsAreMergedByLanguageToo() throws Exception {
        String series = "RRULE:FREQ=DAILY";
        String moved = "RECURRENCE-ID;VALUE=DATE:20260503";
        Desk desk = new Desk(folder)
                .file("fa.ics", Desk.event("a", DAY, series), Desk.event("a", DAY, moved, "SUMMARY;LANGUAGE=fa:جشن"))
                .file("en.ics", Desk.event("a", DAY, series), Desk.event("a", DAY, moved, "SUMMARY;LANGUAGE=en:Feast"));

        assertEquals(List.of("fa", "en"), desk.event("a/20260503").title().tags());
    }

    @Test
    void twoTitlesInOneLanguageAreReported() throws Exception {
        Desk desk = Desk.of(folder, Desk.event("a", DAY, "SUMMARY:One", "SUMMARY:Two"));

        assertEquals("One", desk.event("a").title().original());
        assertTrue(desk.reported("SUMMARY stands twice in the language und"));
    }
}
