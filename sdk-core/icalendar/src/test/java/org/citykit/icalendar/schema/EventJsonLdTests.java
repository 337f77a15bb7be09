package org.citykit.icalendar.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.citykit.icalendar.CalendarReader;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.ReadLimits;
import org.citykit.icalendar.event.VEvent;
import org.citykit.icalendar.recur.Budget;
import org.citykit.icalendar.zone.ZoneResolver;
import org.junit.jupiter.api.Test;

class EventJsonLdTests {

    @Test
    void anEventOfACityIsWrittenWhole() {
        VEvent event = event(
                "UID:1",
                "DTSTART;TZID=Asia/Tehran:20260321T090000",
                "DTEND;TZID=Asia/Tehran:20260321T110000",
                "SUMMARY;LANGUAGE=fa:\u062c\u0634\u0646",
                "LOCATION:Park",
                "GEO:35.7;51.4",
                "CATEGORIES:a,b",
                "URL:https://x.org/1",
                "IMAGE;VALUE=URI:https://x.org/i.png",
                "ORGANIZER;CN=City:mailto:c@x.org",
                "CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://meet.x.org/1");

        assertEquals(
                "{\"@context\":\"https://schema.org\",\"@type\":\"Event\",\"startDate\":\"2026-03-21T09:00:00+03:30\","
                        + "\"endDate\":\"2026-03-21T11:00:00+03:30\",\"eventStatus\":\"https://schema.org/EventScheduled\","
                        + "\"name\":\"\u062c\u0634\u0646\",\"identifier\":\"1\",\"url\":\"https://x.org/1\","
                        + "\"inLanguage\":\"fa\",\"keywords\":[\"a\",\"b\"],\"image\":\"https://x.org/i.png\","
                        + "\"eventAttendanceMode\":\"https://schema.org/MixedEventAttendanceMode\",\"location\":["
                        + "{\"@type\":\"Place\",\"name\":\"Park\",\"address\":\"Park\",\"geo\":{\"@type\":\"GeoCoordinates\","
                        + "\"latitude\":35.7,\"longitude\":51.4}},{\"@type\":\"VirtualLocation\","
                        + "\"url\":\"https://meet.x.org/1\"}],\"organizer\":{\"@type\":\"Organization\",\"name\":\"City\","
                        + "\"email\":\"c@x.org\"}}",
                written(event));
    }

    @Test
    void aSeriesHasAScheduleAndItsReplacementsInside() {
        VEvent series = event(
                "UID:1",
                "DTSTART;TZID=Europe/Paris:20260105T190000",
                "DURATION:PT1H",
                "RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO,TU;BYMONTH=1,3;UNTIL=20261231T000000Z",
                "EXDATE;TZID=Europe/Paris:20260302T190000");
        VEvent moved = event(
                "UID:1",
                "RECURRENCE-ID:20260106T180000Z",
                "DTSTART:20260107T180000Z",
                "DURATION:PT1H",
                "SUMMARY:moved");
        VEvent cancelled =
                event("UID:1", "RECURRENCE-ID:20260113T180000Z", "DTSTART:20260113T180000Z", "STATUS:CANCELLED");

        String json =
                new String(EventJsonLd.write(series, List.of(moved, cancelled), List.of()), StandardCharsets.UTF_8);

        assertTrue(json.contains("\"@type\":\"EventSeries\""), json);
        assertTrue(
                json.contains("\"eventSchedule\":[{\"@type\":\"Schedule\",\"startDate\":\"2026-01-05\","
                        + "\"repeatFrequency\":\"P2M\",\"endDate\":\"2026-12-31\","
                        + "\"byDay\":[\"1MO\",\"https://schema.org/Tuesday\"],\"byMonth\":[1,3],\"startTime\":\"19:00:00\","
                        + "\"endTime\":\"20:00:00\",\"scheduleTimezone\":\"Europe/Paris\","
                        + "\"exceptDate\":[\"2026-03-02T19:00:00+01:00\"]}]"),
                json);
        assertTrue(
                json.contains("\"subEvent\":[{\"@type\":\"Event\",\"startDate\":\"2026-01-07T18:00:00Z\","
                        + "\"endDate\":\"2026-01-07T19:00:00Z\",\"eventStatus\":\"https://schema.org/EventRescheduled\","
                        + "\"previousStartDate\":\"2026-01-06T18:00:00Z\",\"name\":\"moved\""),
                json);
        assertTrue(json.contains("\"eventStatus\":\"https://schema.org/EventCancelled\""), json);
    }

    @Test
    void aScheduleSpeaksInTheTimeOfItsZone() {
        VEvent evening = event(
                "UID:1",
                "DTSTART;TZID=America/New_York:20260101T190000",
                "DTEND:20260102T010000Z",
                "RRULE:FREQ=DAILY;UNTIL=20260105T000000Z");

        String json = written(evening);

        assertTrue(json.contains("\"repeatFrequency\":\"P1D\",\"endDate\":\"2026-01-04\""), json);
        assertTrue(json.contains("\"startTime\":\"19:00:00\",\"endTime\":\"20:00:00\""), json);
    }

    @Test
    void anExceptionStandsInItsOwnZone() {
        String json = written(event(
                "DTSTART;TZID=Europe/Paris:20260105T190000",
                "DURATION:PT1H",
                "RRULE:FREQ=DAILY",
                "EXDATE;TZID=America/New_York:20260106T130000",
                "EXDATE:20260107T190000"));

        assertTrue(json.contains("\"exceptDate\":[\"2026-01-06T13:00:00-05:00\",\"2026-01-07T19:00:00+01:00\"]"), json);
    }

    @Test
    void anOccurrenceIsAsLongAsItsEventWhateverTheZoneOfTheEnd() {
        String journey = occurrences(
                "DTSTART;TZID=Europe/Berlin:20260105T100000",
                "DTEND;TZID=America/New_York:20260105T120000",
                "RRULE:FREQ=DAILY;COUNT=2");
        String night =
                occurrences("DTSTART;TZID=Europe/Berlin:20260328T220000", "DURATION:PT8H", "RRULE:FREQ=DAILY;COUNT=1");

        assertTrue(
                journey.contains(
                        "\"startDate\":\"2026-01-06T10:00:00+01:00\",\"endDate\":\"2026-01-06T18:00:00+01:00\""),
                journey);
        assertTrue(night.contains("\"endDate\":\"2026-03-29T07:00:00+02:00\",\"eventStatus\""), night);
    }

    @Test
    void anOccurrenceAtTheEndOfTimeDoesNotOverflow() {
        String json = occurrences("DTSTART:99991230T100000", "DTEND:99991231T100000", "RRULE:FREQ=DAILY;COUNT=2");

        assertTrue(json.contains("\"startDate\":\"9999-12-31T10:00:00\",\"endDate\":\"9999-12-31T10:00:00\""), json);
    }

    private static String occurrences(String... lines) {
        VEvent event = event(lines);
        return new String(
                EventJsonLd.write(
                        event,
                        List.of(),
                        event.recurrence()
                                .orElseThrow()
                                .first(2, Budget.standard())
                                .occurrences()),
                StandardCharsets.UTF_8);
    }

    @Test
    void aRuleThatScheduleCannotSayIsLeftToTheOccurrencesShown() {
        VEvent nowruz = event("UID:1", "DTSTART;VALUE=DATE:20260321", "RRULE:RSCALE=PERSIAN;FREQ=YEARLY");

        String json = new String(
                EventJsonLd.write(
                        nowruz,
                        List.of(),
                        nowruz.recurrence()
                                .orElseThrow()
                                .first(2, Budget.standard())
                                .occurrences()),
                StandardCharsets.UTF_8);

        assertFalse(json.contains("eventSchedule"), json);
        assertTrue(json.contains("\"subEvent\":[{\"@type\":\"Event\",\"startDate\":\"2026-03-21\""), json);
        assertTrue(json.contains("{\"@type\":\"Event\",\"startDate\":\"2027-03-21\""), json);
    }

    @Test
    void postponedIsSaidAndAllDaysEndOnTheirLastDay() {
        String json = written(event(
                "DTSTART;VALUE=DATE:20260321",
                "DTEND;VALUE=DATE:20260324",
                "STATUS:POSTPONED",
                "SUMMARY;LANGUAGE=fa:a",
                "SUMMARY;LANGUAGE=en:b"));

        assertTrue(json.contains("\"startDate\":\"2026-03-21\",\"endDate\":\"2026-03-23\""), json);
        assertTrue(json.contains("EventPostponed"), json);
        assertTrue(
                json.contains(
                        "\"name\":[{\"@language\":\"fa\",\"@value\":\"a\"},{\"@language\":\"en\",\"@value\":\"b\"}]"),
                json);
        assertTrue(json.contains("\"inLanguage\":[\"fa\",\"en\"]"), json);
    }

    @Test
    void textCannotEndTheScriptAroundItAndOnlyTheWebIsLinked() {
        String json = written(event("DTSTART:20260321T090000", "SUMMARY:</script><b>&", "URL:javascript:alert(1)"));

        assertFalse(json.contains("<"), json);
        assertFalse(json.contains("javascript"), json);
        assertTrue(json.contains("\"startDate\":\"2026-03-21T09:00:00\""), json);
    }

    @Test
    void anEventWithoutAStartGivesAnEmptyObject() {
        assertEquals("{}", written(event("SUMMARY:x")));
    }

    private static String written(VEvent event) {
        return new String(EventJsonLd.write(event), StandardCharsets.UTF_8);
    }

    private static VEvent event(String... lines) {
        String text = "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
        Component component = CalendarReader.read(text.getBytes(StandardCharsets.UTF_8), ReadLimits.standard())
                .components("VEVENT")
                .get(0);
        return VEvent.of(component, ZoneResolver.ofNames());
    }
}
