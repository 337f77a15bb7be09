package org.citykit.plugins.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.GeoPoint;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventKind;
import org.citykit.api.events.EventStatus;
import org.citykit.api.events.EventTime;
import org.citykit.api.events.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventMappingTests {
    private static final String DAY = "DTSTART;VALUE=DATE:20260501";

    @TempDir
    Path folder;

    @Test
    void aBrokenEventNeverCostsItsNeighbours() throws Exception {
        Desk desk = Desk.of(
                folder,
                Desk.event("before", DAY),
                Desk.event("broken", "DTSTART:yesterday"),
                "BEGIN:VEVENT\r\nUID:open",
                Desk.event("after", DAY));

        Set<String> ids = desk.events().keySet();

        assertEquals(Set.of("before", "after"), ids);
        assertTrue(desk.reported("no DTSTART can be read"));
    }

    @Test
    void privateEventsAreLeftOutAndCountedWithoutTheirTitles() throws Exception {
        Desk desk = Desk.of(
                folder,
                Desk.event("a", DAY, "CLASS:PRIVATE", "SUMMARY:Geheim"),
                Desk.event("b", DAY, "CLASS:confidential", "SUMMARY:Geheim"),
                Desk.event("c", DAY, "CLASS:PUBLIC"));

        assertEquals(Set.of("c"), desk.events().keySet());
        assertTrue(desk.reported("2 events are PRIVATE or CONFIDENTIAL"));
        assertFalse(desk.reported("Geheim"));
    }

    @Test
    void anAddressThatIsNoWebPageIsLeftOut() throws Exception {
        Desk desk = Desk.of(folder, Desk.event("a", DAY, "URL:javascript:alert(1)"));

        assertEquals(Optional.empty(), desk.event("a").web());
        assertTrue(desk.reported("URL must be an address"));
    }

    @Test
    void aPlaceOffTheEarthIsLeftOutAndItsNameKept() throws Exception {
        Desk desk = Desk.of(folder, Desk.event("a", DAY, "GEO:99;200", "LOCATION:Hall"));

        assertEquals(Place.of(Text.of("Hall")), desk.event("a").place().orElseThrow());
        assertTrue(desk.reported("GEO must be"));
    }

    @Test
    void anUnknownLanguageTagFallsBackToTheDefault() throws Exception {
        Desk desk = Desk.of(folder, Desk.event("a", DAY, "SUMMARY;LANGUAGE=farsi language:نوروز"))
                .language("fa");

        assertEquals(Text.of("fa", "نوروز"), desk.event("a").title());
        assertTrue(desk.reported("LANGUAGE must be"));
    }

    @Test
    void anUnderscoreInALanguageTagIsForgiven() throws Exception {
        Desk desk = Desk.of(folder, Desk.event("a", DAY, "SUMMARY;LANGUAGE=fa_IR:نوروز"));

        assertEquals(Text.of("fa-IR", "نوروز"), desk.event("a").title());
    }

    @Test
    void anEventWithoutTitleIsCalledByItsDescription() throws Exception {
        Desk desk = Desk.of(folder, Desk.event("a", DAY, "DESCRIPTION:Open day\\nCome all"));

        assertEquals("Open day", desk.event("a").title().original());
        assertTrue(desk.reported("no SUMMARY"));
    }

    @Test
    void anEventWithoutUidKeepsItsIdFromFetchToFetch() throws Exception {
        Desk desk = Desk.of(folder, "BEGIN:VEVENT\r\n" + DAY + "\r\nSUMMARY:A\r\nEND:VEVENT");

        Set<String> first = desk.events().keySet();

        assertEquals(first, desk.events().keySet());
        assertTrue(first.iterator().next().startsWith("no-uid-"));
    }

    @Test
    void aUidWithSpacesOrWithoutEndBecomesAnId() throws Exception {
        Desk desk = Desk.of(folder, Desk.event("a b", DAY), Desk.event("x".repeat(300), DAY));

        Set<String> ids = desk.events().keySet();

        assertEquals(2, ids.size());
        assertTrue(ids.contains("a%20b"));
    }

    @Test
    void htmlDescriptionsAreIgnored() throws Exception {
        Desk desk =
                Desk.of(folder, Desk.event("a", DAY, "DESCRIPTION:Plain", "X-ALT-DESC;FMTTYPE=text/html:<b>Bold</b>"));

        assertEquals(Text.of("Plain"), desk.event("a").description().orElseThrow());
    }

    @Test
    void everyPropertyFindsItsPlace() throws Exception {
        CalendarEvent event = Desk.of(
                        folder,
                        Desk.event(
                                "a",
                                DAY,
                                "SUMMARY:Concert\\, outdoors",
                                "DESCRIPTION:Two\\nlines",
                                "LOCATION:City Hall",
                                "GEO:35.68;51.42",
                                "URL:https://city.example/a",
                                "CONFERENCE;VALUE=URI:https://meet.example/a",
                                "LAST-MODIFIED:20260203T040506Z"))
                .event("a");

        assertEquals("Concert, outdoors", event.title().original());
        assertEquals("Two\nlines", event.description().orElseThrow().original());
        assertEquals("City Hall", event.place().orElseThrow().name().original());
        assertEquals(
                new GeoPoint(35.68, 51.42),
                event.place().orElseThrow().location().orElseThrow());
        assertEquals(
                URI.create("https://meet.example/a"),
                event.place().orElseThrow().online().orElseThrow());
        assertEquals(URI.create("https://city.example/a"), event.web().orElseThrow());
        assertEquals(Instant.parse("2026-02-03T04:05:06Z"), event.changed().orElseThrow());
    }

    @Test
    void theStampStandsForAMissingTimeOfChange() throws Exception {
        assertEquals(
                Instant.parse("2026-01-01T00:00:00Z"),
                Desk.of(folder, Desk.event("a", DAY)).event("a").changed().orElseThrow());
    }

    @Test
    void aMissingLocationIsThePlaceInTheSettings() throws Exception {
        Text park = Text.of("en", "City park");

        Desk desk = Desk.of(folder, Desk.event("a", DAY)).place(park);

        assertEquals(Place.of(park), desk.event("a").place().orElseThrow());
    }

    @Test
    void cancelledEventsStayVisible() throws Exception {
        Map<String, CalendarEvent> events = Desk.of(
                        folder,
                        Desk.event("a", DAY, "STATUS:CANCELLED"),
                        Desk.event("b", DAY, "STATUS:TENTATIVE"),
                        Desk.event("c", DAY, "STATUS:POSTPONED"),
                        Desk.event("d", DAY))
                .events();

        assertEquals(
                List.of(EventStatus.CANCELLED, EventStatus.TENTATIVE, EventStatus.POSTPONED, EventStatus.CONFIRMED),
                events.values().stream().map(CalendarEvent::status).toList());
    }

    @Test
    void aCalendarThatOnlyCancelsCancelsItsEvents() throws Exception {
        Desk desk = Desk.of(folder, "METHOD:CANCEL", Desk.event("a", DAY));

        assertEquals(EventStatus.CANCELLED, desk.event("a").status());
    }

    @Test
    void categoriesMeanKindsByTheSettingsThenByNameThenByDefault() throws Exception {
        Map<String, CalendarEvent> events = Desk.of(
                        folder,
                        Desk.event("a", DAY, "CATEGORIES:Council Meetings"),
                        Desk.event("b", DAY, "CATEGORIES:Town Hall"),
                        Desk.event("c", DAY, "CATEGORIES:Anything,Festival"),
                        Desk.event("d", DAY, "CATEGORIES:Anything"))
                .kind("council meetings", EventKind.COUNCIL)
                .kind(EventKind.CULTURAL)
                .events();

        assertEquals(
                List.of(EventKind.COUNCIL, EventKind.TOWN_HALL, EventKind.FESTIVAL, EventKind.CULTURAL),
                events.values().stream().map(CalendarEvent::kind).toList());
    }

    @Test
    void theEndOfADayIsExclusiveAndOneDayUnlessSaid() throws Exception {
        Desk desk = Desk.of(
                folder,
                Desk.event("a", DAY, "DTEND;VALUE=DATE:20260503"),
                Desk.event("b", DAY),
                Desk.event("c", DAY, "DTEND;VALUE=DATE:20260501"),
                Desk.event("d", DAY, "DURATION:P3D"));

        assertEquals(days(1, 3), desk.event("a").when());
        assertEquals(days(1, 2), desk.event("b").when());
        assertEquals(days(1, 2), desk.event("c").when());
        assertEquals(days(1, 4), desk.event("d").when());
    }

    @Test
    void timesAreToldInTheirZoneOrNone() throws Exception {
        Desk desk = Desk.of(
                folder,
                Desk.event("a", "DTSTART;TZID=Asia/Tehran:20260501T080000", "DTEND:20260501T060000Z"),
                Desk.event("b", "DTSTART:20260501T080000", "DURATION:PT1H"),
                Desk.event("c", "DTSTART:20260501T080000Z"));

        assertEquals(
                timed(8, 0, 9, 30, ZoneId.of("Asia/Tehran")), desk.event("a").when());
        assertEquals(
                new EventTime.Timed(at(8, 0), at(9, 0), Optional.empty()),
                desk.event("b").when());
        assertEquals(timed(8, 0, 8, 0, ZoneOffset.UTC), desk.event("c").when());
    }

    @Test
    void timesInUtcAreToldInTheZoneOfTheirPublisher() throws Exception {
        Desk desk = Desk.of(
                folder,
                "X-WR-TIMEZONE:Asia/Tehran",
                Desk.event("a", "DTSTART:20260501T080000Z"),
                Desk.event("b", "DTSTART:20260501T080000Z", "RRULE:FREQ=DAILY;COUNT=2"));

        assertEquals(
                timed(11, 30, 11, 30, ZoneId.of("Asia/Tehran")), desk.event("a").when());
        assertEquals(timed(8, 0, 8, 0, ZoneOffset.UTC), desk.event("b").when());
    }

    @Test
    void theZoneInTheSettingsIsBelievedBeforeThePublishers() throws Exception {
        Desk desk = Desk.of(
                        folder,
                        "X-WR-TIMEZONE:Asia/Tehran",
                        Desk.event("a", "DTSTART:20260501T080000Z"),
                        Desk.event("b", "DTSTART:20260501T080000"))
                .zone("Asia/Baghdad");

        assertEquals(
                timed(11, 0, 11, 0, ZoneId.of("Asia/Baghdad")), desk.event("a").when());
        assertEquals(
                timed(8, 0, 8, 0, ZoneId.of("Asia/Baghdad")), desk.event("b").when());
    }

    @Test
    void anEndBeforeTheStartOnTheClockIsToldWithAnOffset() throws Exception {
        Desk desk = Desk.of(folder, Desk.event("a", "DTSTART:20261025T001500Z", "DTEND:20261025T010500Z"))
                .zone("Europe/Berlin");

        EventTime.Timed when = (EventTime.Timed) desk.event("a").when();

        assertEquals(Optional.of(ZoneOffset.ofHours(2)), when.zone());
        assertEquals(LocalDateTime.of(2026, 10, 25, 2, 15), when.start());
        assertEquals(LocalDateTime.of(2026, 10, 25, 3, 5), when.end());
    }

    private static EventTime days(int first, int after) {
        return new EventTime.AllDay(LocalDate.of(2026, 5, first), LocalDate.of(2026, 5, after));
    }

    private static EventTime timed(int hour, int minute, int endHour, int endMinute, ZoneId zone) {
        return new EventTime.Timed(at(hour, minute), at(endHour, endMinute), Optional.of(zone));
    }

    private static LocalDateTime at(int hour, int minute) {
        return LocalDateTime.of(2026, 5, 1, hour, minute);
    }
}
