package org.citykit.plugins.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.Audience;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventStatus;
import org.citykit.api.events.EventTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second load of a calendar changes, and what it must not. */
class ReimportTests {
    @TempDir
    Path folder;

    @Test
    void newStampsAndAnotherOrderChangeNothing() throws Exception {
        Desk desk = Desk.of(folder, stamped("a", "20260101T000000Z", "A"), stamped("b", "20260101T000000Z", "B"));
        desk.fetch();
        List<CalendarEvent> first = desk.delivered();
        desk.file("city.ics", stamped("b", "20260301T120000Z", "B"), stamped("a", "20260301T120000Z", "A"));

        desk.fetch();

        assertEquals(2, first.size());
        assertEquals(first, desk.delivered());
    }

    @Test
    void whatIsChangedHasTheDateOfItsChange() throws Exception {
        Desk desk = Desk.of(folder, stamped("a", "20260101T000000Z", "A"), stamped("b", "20260101T000000Z", "B"));
        desk.fetch();
        desk.file("city.ics", stamped("a", "20260301T120000Z", "A"), stamped("b", "20260301T120000Z", "B, moved"));

        Map<String, CalendarEvent> events = desk.events();

        assertEquals(
                Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                events.get("a").changed());
        assertEquals(
                Optional.of(Instant.parse("2026-03-01T12:00:00Z")),
                events.get("b").changed());
    }

    @Test
    void aNumberOfRevisionCountsOnlyWithAnotherContent() throws Exception {
        Desk desk = Desk.of(folder, revised(1, "A"));
        Optional<Integer> first = desk.event("a").sequence();
        Optional<Integer> same =
                desk.file("city.ics", revised(5, "A")).event("a").sequence();

        Optional<Integer> moved =
                desk.file("city.ics", revised(6, "A, moved")).event("a").sequence();

        assertEquals(List.of(Optional.of(1), Optional.of(1), Optional.of(6)), List.of(first, same, moved));
    }

    @Test
    void eventsKeepTheirIdsThoughTheFeedGivesThemOtherUidsAtEveryLoad() throws Exception {
        Desk desk = Desk.of(folder, stamped("one", "20260101T000000Z", "A"), stamped("two", "20260101T000000Z", "B"));
        desk.fetch();
        List<CalendarEvent> first = desk.delivered();

        for (int load = 0; load < 3; load++) {
            desk.file(
                    "city.ics",
                    stamped("x" + load, "20260301T120000Z", "B"),
                    stamped("y" + load, "20260301T120000Z", "A"));
            desk.fetch();
            assertEquals(first, desk.delivered(), "load " + load);
        }
    }

    @Test
    void anEventWhoseUidHasSettledKeepsItsIdWhenItIsChanged() throws Exception {
        Desk desk = Desk.of(folder, stamped("one", "20260101T000000Z", "A"));
        desk.fetch();
        desk.file("city.ics", stamped("two", "20260101T000000Z", "A")).fetch();
        desk.file("city.ics", stamped("two", "20260101T000000Z", "A, in the park"));

        assertEquals("A, in the park", desk.event("one").title().original());
    }

    @Test
    void anotherEventNeverTakesAnIdThatIsInUse() throws Exception {
        Desk desk = Desk.of(folder, stamped("one", "20260101T000000Z", "A"));
        desk.fetch();
        desk.file("city.ics", stamped("two", "20260101T000000Z", "A")).fetch();
        desk.file("city.ics", stamped("two", "20260101T000000Z", "A"), stamped("one", "20260101T000000Z", "Another"));

        Map<String, CalendarEvent> events = desk.events();

        assertEquals(2, events.size());
        assertEquals("A", events.get("one").title().original());
    }

    @Test
    void anEventThatIsAlikeButForItsPlaceIsAnother() throws Exception {
        Desk desk = Desk.of(folder, Desk.event("one", "DTSTART:20260501T080000Z", "SUMMARY:A", "LOCATION:Park"));
        desk.fetch();
        desk.file("city.ics", Desk.event("two", "DTSTART:20260501T080000Z", "SUMMARY:A", "LOCATION:Hall"));

        assertEquals(Set.of("two"), desk.events().keySet());
    }

    @Test
    void moreThanOneRecordIsKeptWhereThereAreManyEvents() throws Exception {
        int count = 9_000;
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = String.format(Locale.ROOT, "%06d", i);
            first.add(stamped("a-long-uid-of-an-office-" + name, "20260101T000000Z", "Event " + name));
            second.add(stamped("another-uid-of-the-office-" + name, "20260201T000000Z", "Event " + name));
        }
        Collections.reverse(second);
        Desk desk = Desk.of(folder, first.toArray(String[]::new));
        desk.fetch();
        List<CalendarEvent> before = desk.delivered();
        desk.file("city.ics", second.toArray(String[]::new));

        desk.fetch();

        assertEquals(count, before.size());
        assertEquals(before, desk.delivered());
    }

    @Test
    void aTimeThatFloatsIsThatOfTheFeedsZone() throws Exception {
        String floating = Desk.event("a", "DTSTART:20260501T080000", "SUMMARY:A");

        EventTime.Timed told = (EventTime.Timed) Desk.of(folder, "X-WR-TIMEZONE:Asia/Baghdad", floating)
                .event("a")
                .when();
        EventTime.Timed floats =
                (EventTime.Timed) Desk.of(folder, floating).event("a").when();

        assertEquals(Optional.of(ZoneId.of("Asia/Baghdad")), told.zone());
        assertEquals(LocalDateTime.of(2026, 5, 1, 8, 0), told.start());
        assertEquals(Optional.empty(), floats.zone());
    }

    @Test
    void oneCancelledTimeOfASeriesStaysVisibleAndTheSeriesAsItWas() throws Exception {
        Desk desk = Desk.of(
                folder,
                Desk.event("a", "DTSTART:20260501T080000Z", "RRULE:FREQ=DAILY;COUNT=3", "SUMMARY:A"),
                Desk.event(
                        "a",
                        "RECURRENCE-ID:20260502T080000Z",
                        "DTSTART:20260502T080000Z",
                        "STATUS:CANCELLED",
                        "SUMMARY:A"));

        Map<String, CalendarEvent> events = desk.events();

        assertEquals(EventStatus.CONFIRMED, events.get("a").status());
        CalendarEvent cancelled = events.get("a/20260502T080000");
        assertEquals(EventStatus.CANCELLED, cancelled.status());
        assertEquals("a", cancelled.replaces().orElseThrow().series());
    }

    @Test
    void whatNoCalendarSaysIsTakenFromTheSettings() throws Exception {
        CalendarEvent event = Desk.of(folder, stamped("a", "20260101T000000Z", "A"))
                .audiences(Audience.NEWCOMERS, Audience.FAMILIES)
                .heldIn("fa", "ar")
                .event("a");

        assertEquals(Set.of(Audience.NEWCOMERS, Audience.FAMILIES), event.audiences());
        assertEquals(List.of(Locale.forLanguageTag("fa"), Locale.forLanguageTag("ar")), event.languages());
    }

    @Test
    void tagsOrganizerAndImageAreTakenWithoutAnyAddressOfMail() throws Exception {
        CalendarEvent event = Desk.of(
                        folder,
                        Desk.event(
                                "a",
                                "DTSTART:20260501T080000Z",
                                "SUMMARY:A",
                                "CATEGORIES:کتاب,Books",
                                "ORGANIZER;CN=Office of Culture:mailto:culture@city.example",
                                "IMAGE;VALUE=URI:https://city.example/a.jpg"),
                        Desk.event(
                                "b",
                                "DTSTART:20260501T080000Z",
                                "SUMMARY:B",
                                "ORGANIZER;CN=\"someone@city.example\":mailto:someone@city.example"))
                .language("en")
                .event("a");

        assertEquals(List.of("کتاب", "Books"), event.tags());
        assertEquals(Optional.of(Text.of("en", "Office of Culture")), event.organizer());
        assertEquals(Optional.of(URI.create("https://city.example/a.jpg")), event.image());
        assertEquals(Optional.of("a"), event.uid());
    }

    @Test
    void anEventWithoutUidHasNoneThatOthersCouldShare() throws Exception {
        Desk desk = Desk.of(folder, "BEGIN:VEVENT", "DTSTART:20260501T080000Z", "SUMMARY:A", "END:VEVENT");

        CalendarEvent event = desk.events().values().iterator().next();

        assertEquals(Optional.empty(), event.uid());
        assertNotEquals("", event.id());
        assertTrue(event.id().startsWith("no-uid-"));
    }

    private static String revised(int sequence, String title) {
        return Desk.event("a", "DTSTART:20260501T080000Z", "SEQUENCE:" + sequence, "SUMMARY:" + title);
    }

    private static String stamped(String uid, String stamp, String title) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:" + stamp
                + "\r\nDTSTART:20260501T080000Z\r\nDTEND:20260501T090000Z\r\nSUMMARY:" + title + "\r\nEND:VEVENT";
    }
}
