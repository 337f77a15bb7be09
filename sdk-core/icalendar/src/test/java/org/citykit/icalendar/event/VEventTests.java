package org.citykit.icalendar.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citykit.icalendar.CalendarReader;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.Defect;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.ReadLimits;
import org.citykit.icalendar.recur.Budget;
import org.citykit.icalendar.recur.Occurrence;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;
import org.citykit.icalendar.zone.ZoneResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VEventTests {

    @Test
    void aStampThatIsNotInUtcIsTakenAsUtcAndReported() {
        VEvent event = VEvent.of(
                Component.of(
                        "VEVENT",
                        List.of(
                                Property.of("UID", "1"),
                                Property.of("DTSTART", "20260321T090000Z"),
                                Property.of("DTSTAMP", "20260101T000000"),
                                Property.of("CREATED", "20260101T000000Z")),
                        List.of()),
                ZoneResolver.ofNames());

        assertEquals("2026-01-01T00:00:00Z", event.stamp().orElseThrow().toString());
        assertEquals(1, event.defects().size());
        assertEquals("took it as UTC", event.defects().get(0).done());
    }

    @Test
    void anEmptyEventHasNothingButDefects() {
        VEvent event = event();

        assertEquals(Optional.empty(), event.uid());
        assertEquals(Optional.empty(), event.start());
        assertEquals(Optional.empty(), event.end());
        assertEquals(Optional.empty(), event.recurrence());
        assertEquals(
                List.of(Defect.Kind.MISSING_PROPERTY, Defect.Kind.MISSING_PROPERTY),
                event.defects().stream().map(Defect::kind).toList());
    }

    @Test
    void everyBrokenValueIsReportedAndCostsOnlyItself() {
        VEvent event = event(
                "UID:1",
                "DTSTART;TZID=Nowhere/Atlantis:20260321T090000",
                "DTEND:20260320T100000",
                "RRULE:FREQ=DAILY;COUNT=3",
                "RRULE:FREQ=DAILY;INTERVAL=0",
                "EXDATE:20260322T090000,nonsense",
                "RDATE;VALUE=PERIOD:20260401T090000/forever",
                "STATUS:MAYBE",
                "GEO:north",
                "SEQUENCE:-5");

        assertEquals("20260321T090000", event.start().orElseThrow().toText());
        assertEquals(event.start(), event.end());
        assertEquals(
                List.of("20260321T090000", "20260323T090000"),
                event.recurrence().orElseThrow().first(9, Budget.standard()).starts().stream()
                        .map(DateOrDateTime::toText)
                        .toList());
        assertEquals(Optional.empty(), event.status());
        assertEquals(Optional.empty(), event.place());
        assertEquals(0, event.sequence());
        assertEquals(
                List.of(Defect.Kind.ZONE, Defect.Kind.VALUE, Defect.Kind.RULE, Defect.Kind.VALUE, Defect.Kind.VALUE),
                event.defects().stream().map(Defect::kind).toList());
        Defect rule = event.defects().get(2);
        assertEquals(7, rule.line());
        assertEquals(27, rule.column());
    }

    @Test
    void everythingASoundEventSaysIsTyped() {
        VEvent event = event(
                "UID:nowruz@example.org",
                "DTSTAMP:20260101T000000Z",
                "DTSTART;TZID=Iran Standard Time:20260321T090000",
                "DURATION:PT90M",
                "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260320",
                "SUMMARY;LANGUAGE=fa:\u0646\u0648\u0631\u0648\u0632",
                "SUMMARY;LANGUAGE=en:Nowruz\\, the new day",
                "DESCRIPTION:a\\nb",
                "LOCATION:Azadi",
                "CATEGORIES:festival,spring\\,new",
                "CATEGORIES: city",
                "GEO:35.6997;51.3381",
                "URL:https://example.org/n",
                "STATUS:cancelled",
                "SEQUENCE:7",
                "LAST-MODIFIED:20260102T030405Z");

        assertEquals("20260321T090000[Asia/Tehran]", event.start().orElseThrow().toString());
        assertEquals("20260321T103000", event.end().orElseThrow().toText());
        assertTrue(event.recurrenceId().orElseThrow().isDate());
        assertTrue(event.isThisAndFuture());
        assertEquals(
                new EventText("Nowruz, the new day", Optional.of("en")),
                event.summaries().get(1));
        assertEquals("a\nb", event.descriptions().get(0).text());
        assertEquals("Azadi", event.locations().get(0).text());
        assertEquals(List.of("festival", "spring,new", "city"), event.categories());
        assertEquals(new EventPlace(35.6997, 51.3381), event.place().orElseThrow());
        assertEquals(Optional.of("https://example.org/n"), event.url());
        assertEquals(Optional.of(EventStatus.CANCELLED), event.status());
        assertEquals(7, event.sequence());
        assertEquals(Optional.of(Instant.parse("2026-01-02T03:04:05Z")), event.lastModified());
        assertEquals(1, event.defects().size());
    }

    @Test
    void thePeriodOfAnAddedDateLastsAsLongAsItSaysWhenClocksChange() {
        VEvent event = event(
                "UID:1",
                "DTSTART;TZID=Europe/Berlin:20260301T010000",
                "DURATION:PT1H",
                "RDATE;TZID=Europe/Berlin;VALUE=PERIOD:20260329T010000/PT2H,20261025T010000/20261025T033000");

        List<Occurrence> found =
                event.recurrence().orElseThrow().first(9, Budget.standard()).occurrences();

        assertEquals(
                List.of("20260329T040000", "20261025T033000"),
                found.stream()
                        .flatMap(each -> each.end().stream())
                        .map(DateOrDateTime::toText)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "DTSTART:2026-03-21T09:00:00Z, 20260321T090000Z",
        "DTSTART:2026-03-21T09:00:00.000+03:30, 20260321T053000Z",
        "DTSTART:20260321T090000+0330, 20260321T053000Z",
        "DTSTART;TZID=Asia/Tehran:2026-03-21 09:00, 20260321T090000[Asia/Tehran]",
        "DTSTART;VALUE=DATE:2026-03-21, 20260321"
    })
    void aTimeInTheFormOfIso8601IsReadAndReported(String line, String expected) {
        VEvent event = event("UID:1", line);

        assertEquals(expected, event.start().orElseThrow().toString());
        assertEquals(
                List.of(Defect.Kind.VALUE),
                event.defects().stream().map(Defect::kind).toList());
    }

    @Test
    void aTzidWithAColonNeedsNoQuotes() {
        VEvent event = event(
                "UID:1",
                "DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin, Bern:20260701T090000",
                "EXDATE;TZID=(UTC+01:00) Amsterdam, Berlin, Bern:20260701T090000",
                "RRULE:FREQ=DAILY;COUNT=2");

        assertEquals(
                "20260701T090000[Europe/Amsterdam]", event.start().orElseThrow().toString());
        assertEquals(
                List.of("20260702T090000"),
                event.recurrence().orElseThrow().first(9, Budget.standard()).starts().stream()
                        .map(DateOrDateTime::toText)
                        .toList());
        assertEquals(
                List.of(Defect.Kind.PARAMETER, Defect.Kind.ZONE, Defect.Kind.PARAMETER, Defect.Kind.ZONE),
                event.defects().stream().map(Defect::kind).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "DTSTART;TZID=America/New_York:20260105T100000, 2026-01-05T16:00:00Z",
        "DTSTART;TZID=Asia/Tokyo:20260105T100000, 2026-01-05T02:00:00Z",
        "DTSTART:20260105T100000Z, 2026-01-05T11:00:00Z"
    })
    void anEndWithoutZoneStandsOnTheClockOfTheStart(String start, Instant end) {
        VEvent event = event("UID:1", start, "DTEND:20260105T110000");

        assertEquals(end, event.end().orElseThrow().toInstant(CalendarZone.UTC));
        assertEquals(
                List.of(Defect.Kind.VALUE),
                event.defects().stream().map(Defect::kind).toList());
    }

    @Test
    void aDurationThatEndsInTheHourThatComesTwiceEndsAtItsMoment() {
        VEvent first = event("UID:1", "DTSTART;TZID=America/New_York:20251102T013000", "DURATION:PT1H");
        VEvent evening = event("UID:1", "DTSTART;TZID=America/New_York:20251101T233000", "DURATION:PT2H");

        assertEquals("20251102T063000Z", first.end().orElseThrow().toText());
        assertEquals("20251102T013000", evening.end().orElseThrow().toText());
    }

    @Test
    void aListMayHoldPeriodsAndTimes() {
        VEvent event = event(
                "UID:1",
                "DTSTART:20260301T090000Z",
                "RDATE;VALUE=PERIOD:20260302T090000Z/PT1H,20260303T090000Z,20260304T090000Z/PT2H",
                "EXDATE:20260304T090000Z/PT2H");

        assertEquals(
                List.of("20260301T090000Z", "20260302T090000Z", "20260303T090000Z"),
                event.recurrence().orElseThrow().first(9, Budget.standard()).starts().stream()
                        .map(DateOrDateTime::toText)
                        .toList());
    }

    @Test
    void theLastDayOfTimeDoesNotOverflow() {
        VEvent day = event("UID:1", "DTSTART;VALUE=DATE:99991231", "DURATION:P9D");
        VEvent zoned = event(
                "UID:1", "DTSTART;TZID=Asia/Tehran:99991231T235959", "RDATE:99991231T235959Z", "RRULE:FREQ=SECONDLY");

        assertEquals(day.start(), day.end());
        assertEquals(
                1,
                day.recurrence()
                        .orElseThrow()
                        .first(5, Budget.standard())
                        .occurrences()
                        .size());
        assertEquals(
                List.of(),
                zoned.recurrence().orElseThrow().first(5, Budget.standard()).occurrences());
    }

    @Test
    void anAllDayEventWithoutEndLastsOneDay() {
        assertEquals(
                "20260322",
                event("UID:1", "DTSTART;VALUE=DATE:20260321")
                        .end()
                        .orElseThrow()
                        .toText());
    }

    private static VEvent event(String... lines) {
        List<String> all = new ArrayList<>(List.of("BEGIN:VCALENDAR", "BEGIN:VEVENT"));
        all.addAll(List.of(lines));
        all.addAll(List.of("END:VEVENT", "END:VCALENDAR"));
        byte[] octets = (String.join("\r\n", all) + "\r\n").getBytes(StandardCharsets.UTF_8);
        Component calendar =
                CalendarReader.read(octets, ReadLimits.standard()).calendars().get(0);
        return VEvent.of(calendar.components().get(0), ZoneResolver.of(calendar));
    }
}
