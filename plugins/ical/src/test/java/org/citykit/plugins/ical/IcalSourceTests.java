package org.citykit.plugins.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Defect;
import org.citykit.api.Limits;
import org.citykit.api.Outcome;
import org.citykit.api.Text;
import org.citykit.testkit.RecordedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IcalSourceTests {
    private static final String A = Desk.event("a", "DTSTART:20260501T080000Z", "SUMMARY:A");
    private static final String B = Desk.event("b", "DTSTART:20260502T080000Z", "SUMMARY:B");

    @TempDir
    Path folder;

    @Test
    void oneSilentFeedKeepsTheLastGoodEventsOfAll() throws Exception {
        Desk desk = Desk.of(folder, A).feed("https://city.example/b.ics", B);
        desk.fetch();
        desk.file("city.ics", A, B).feed("https://city.example/b.ics", RecordedAnswer.status(503));

        CityKitException failed = assertThrows(CityKitException.class, desk::fetch);

        assertEquals(ApiError.WEB_FAILED, failed.code());
        assertTrue(failed.getMessage().contains("https://city.example/b.ics"), failed.getMessage());
        assertTrue(failed.getMessage().contains("The other 1 calendars of this module keep"), failed.getMessage());
    }

    @Test
    void aPageInPlaceOfACalendarIsRefused() {
        Desk desk = new Desk(folder)
                .feed("https://city.example/a.ics", RecordedAnswer.of("text/html", "<html><p>Moved: here</p></html>"));

        CityKitException failed = assertThrows(CityKitException.class, desk::fetch);

        assertEquals(ApiError.DATA_UNREADABLE, failed.code());
    }

    @Test
    void anEmptyFileIsRefused() {
        Desk desk = new Desk(folder).raw("city.ics", "");

        assertEquals(
                ApiError.DATA_UNREADABLE,
                assertThrows(CityKitException.class, desk::fetch).code());
    }

    @Test
    void aCalendarWithoutEventsIsFineAndEmpty() throws Exception {
        Desk desk = Desk.of(folder, "X-WR-CALNAME:Nothing yet");

        assertEquals(Set.of(), desk.events().keySet());
    }

    @Test
    void aCalendarBeyondTheLimitIsRefusedRatherThanCutOff() {
        Desk desk = Desk.of(folder, A)
                .limits(new Limits(10, 100, 10, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)));

        assertEquals(
                ApiError.LIMIT_EXCEEDED,
                assertThrows(CityKitException.class, desk::fetch).code());
    }

    @Test
    void aFeedsKeyIsNotToldInDefects() throws Exception {
        Desk desk = new Desk(folder).feed("https://city.example/a.ics?key=geheim", Desk.event("a", "SUMMARY:A"));

        desk.fetch();

        assertEquals(
                Set.of("https://city.example/a.ics"),
                Set.copyOf(desk.defects().stream().map(Defect::where).toList()));
        assertTrue(desk.reported("no DTSTART"));
    }

    @Test
    void withoutASourceTheCalendarsNameIsToldAndNeverItsAddress() throws Exception {
        Desk desk = new Desk(folder)
                .language("en")
                .feed("https://city.example/private-key/a.ics", "X-WR-CALNAME:City events", A);

        var provenance = desk.event("a").provenance().orElseThrow();

        assertEquals(Text.of("en", "City events"), provenance.source());
        assertTrue(provenance.where().isEmpty());
        assertEquals("CC0-1.0", provenance.licence());
    }

    @Test
    void aGivenSourceIsToldInsteadOfTheCalendarsName() throws Exception {
        Text office = Text.of("en", "Culture office");

        Desk desk = Desk.of(folder, "X-WR-CALNAME:City events", A).source(office);

        assertEquals(office, desk.event("a").provenance().orElseThrow().source());
    }

    @Test
    void whatHasNotChangedIsNotReadAgain() throws Exception {
        Desk desk = Desk.of(folder, A).feed("https://city.example/b.ics", B);
        desk.fetch();

        assertInstanceOf(Outcome.NothingNew.class, desk.fetch());
    }

    @Test
    void whenOneInputChangesAllAreReadAgain() throws Exception {
        Desk desk = Desk.of(folder, A).file("other.ics", B);
        desk.fetch();
        desk.file("other.ics", B, Desk.event("c", "DTSTART:20260503T080000Z", "SUMMARY:C"));

        Outcome outcome = desk.fetch();

        assertInstanceOf(Outcome.Snapshot.class, outcome);
        assertEquals(Set.of("a", "b", "c"), desk.events().keySet());
    }

    @Test
    void anotherCharsetIsReadAsTheMediaTypeSays() throws Exception {
        String calendar = Desk.calendar(Desk.event("a", "DTSTART:20260501T080000Z", "SUMMARY:Fête"));
        Desk desk = new Desk(folder)
                .feed(
                        "https://city.example/a.ics",
                        RecordedAnswer.of(
                                "text/calendar; charset=ISO-8859-1", calendar.getBytes(Charset.forName("ISO-8859-1"))));

        assertEquals("Fête", desk.event("a").title().original());
        assertFalse(desk.reported("encoding"));
    }

    @Test
    void everyFaultOfTheLibraryIsReportedWithItsPlace() throws Exception {
        Desk desk = Desk.of(folder, "no colon here", A);

        desk.fetch();

        Defect defect = desk.defects().get(0);
        assertEquals("city.ics", defect.where());
        assertEquals(4, defect.line());
        assertTrue(defect.reason().startsWith("content line: expected"), defect.reason());
    }
}
