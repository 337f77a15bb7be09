package org.citykit.events;

import static org.citykit.events.Calendars.at;
import static org.citykit.events.Calendars.calendar;
import static org.citykit.events.Calendars.day;
import static org.citykit.events.Calendars.evening;
import static org.citykit.events.Calendars.ids;
import static org.citykit.events.Calendars.index;
import static org.citykit.events.Calendars.place;
import static org.citykit.events.Calendars.titled;
import static org.citykit.events.Calendars.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.citykit.api.Revision;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventKind;
import org.citykit.api.events.EventStatus;
import org.citykit.api.events.Recurrence;
import org.citykit.api.events.ReplacedOccurrence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergingTests {
    private static final CalendarEvent CITY =
            evening(titled("1", "Night of museums").place(place("Old Town Hall")), 5, 1);

    @Test
    void anotherPlaceIsAnotherEvent() {
        assertApart(evening(titled("2", "Night of museums").place(place("New Town Hall")), 5, 1));
    }

    @Test
    void anotherHourIsAnotherEvent() {
        assertApart(
                titled("2", "Night of museums").place(place("Old Town Hall")).at(at(5, 1, 19), Duration.ofHours(2)));
    }

    @Test
    void anotherLengthIsAnotherEvent() {
        assertApart(
                titled("2", "Night of museums").place(place("Old Town Hall")).at(at(5, 1, 18), Duration.ofHours(3)));
    }

    @Test
    void aWholeDayIsNotTheHourAtItsMidnight() {
        CalendarEvent days = titled("1", "Night of museums").on(day(5, 1));
        CalendarEvent hours = titled("2", "Night of museums").at(at(5, 1, 0), Duration.ofHours(24));

        assertEquals(2, index(calendar("city", days), calendar("office", hours)).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nights of museums", "Night of museums 2", "Night", ""})
    void anotherTitleIsAnotherEvent(String title) {
        CalendarEvent.Draft other = title.isEmpty() ? CalendarEvent.of("2") : titled("2", title);

        assertApart(evening(other.place(place("Old Town Hall")), 5, 1));
    }

    @Test
    void aSeriesIsNotItsFirstTimeAlone() {
        assertApart(evening(
                titled("2", "Night of museums").place(place("Old Town Hall")).recurrence(Recurrence.of("FREQ=WEEKLY")),
                5,
                1));
    }

    @Test
    void aTitleOfOneWordAloneProvesNothing() {
        CalendarEvent one = evening(titled("1", "Meeting"), 5, 1);
        CalendarEvent other = evening(titled("2", "Meeting"), 5, 1);
        CalendarEvent here = evening(titled("1", "Meeting").place(place("Room 1")), 5, 1);
        CalendarEvent there = evening(titled("2", "Meeting").place(place("Room 1")), 5, 1);

        assertEquals(2, index(calendar("parks", one), calendar("roads", other)).size());
        assertEquals(1, index(calendar("parks", here), calendar("roads", there)).size());
    }

    @Test
    void twoOfOneCalendarStayTwo() {
        CalendarEvent again = evening(titled("2", "Night of museums").place(place("Old Town Hall")), 5, 1);

        assertEquals(2, index(CITY, again).size());
    }

    @Test
    void whereItCannotBeToldWhichIsMeantAllStay() {
        CalendarEvent here = evening(titled("1", "Night of museums").place(place("Old Town Hall")), 5, 1);
        CalendarEvent there = evening(titled("2", "Night of museums").place(place("New Town Hall")), 5, 1);
        CalendarEvent somewhere = evening(titled("3", "Night of museums"), 5, 1);

        assertEquals(
                3,
                index(calendar("city", here, there), calendar("office", somewhere))
                        .size());
    }

    @Test
    void oneEventInTwoCalendarsIsShownOnceAndNamesBoth() {
        EventIndex index =
                index(calendar("office", evening(titled("x7", "NIGHT of  Museums"), 5, 1)), calendar("city", CITY));

        assertEquals(1, year(index).find().total());
        EventEntry entry = index.entries().get(0);
        assertEquals(
                List.of("office", "city"),
                entry.sources().stream().map(EventSource::module).toList());
        assertEquals("office.x7", entry.id());
        assertEquals(Optional.of(entry), index.event("city.1"));
        assertEquals(Optional.of(entry), index.event("office.x7"));
        assertEquals(1, year(index).from("city").find().total());
        assertEquals(1, year(index).of("city.1").find().total());
        assertEquals(1, year(index).matching("town hall").find().total(), "the words of every source count");
    }

    @Test
    void theCalendarThatComesFirstIsBelieved() {
        CalendarEvent office = evening(titled("2", "Night of museums").kind(EventKind.CULTURAL), 5, 1);

        assertEquals(
                "1",
                index(calendar("z", CITY), calendar("a", office))
                        .entries()
                        .get(0)
                        .event()
                        .id());
        assertEquals(
                "2",
                index(calendar("a", office), calendar("z", CITY))
                        .entries()
                        .get(0)
                        .event()
                        .id());
    }

    @Test
    void oneMomentInTwoZonesIsOneStart() {
        CalendarEvent utc = titled("2", "Night of museums")
                .place(place("Old Town Hall"))
                .at(at(5, 1, 18).withZoneSameInstant(ZoneOffset.UTC), Duration.ofHours(2));

        assertEquals(1, index(calendar("city", CITY), calendar("office", utc)).size());
    }

    @Test
    void oneCommonLanguageIsEnough() {
        CalendarEvent both = evening(
                CalendarEvent.of("2")
                        .title(Text.of("fa", "شب موزه‌ها").and("en", "Night of museums"))
                        .place(place("Old Town Hall")),
                5,
                1);
        CalendarEvent arabicYeh =
                evening(CalendarEvent.of("3").title(Text.of("fa", "شب موزه ها")).place(place("Old Town Hall")), 5, 1);

        EventIndex index = index(calendar("a", CITY), calendar("b", both), calendar("c", arabicYeh));

        assertEquals(1, index.size());
        assertEquals(3, index.entries().get(0).sources().size());
    }

    @Test
    void oneUidIsOneEventEvenIfACalendarHasMovedIt() {
        CalendarEvent before = evening(titled("1", "Night of museums").uid("night@city.example"), 5, 1);
        CalendarEvent after = evening(titled("9", "Night of museums").uid("night@city.example"), 5, 8);

        EventIndex index = index(calendar("city", after), calendar("office", before));

        assertEquals(1, index.size());
        assertEquals(8, year(index).list().get(0).start().getDayOfMonth());
        assertTrue(index.problems().get(0).reason().contains("module 'city' is believed"));
    }

    @Test
    void oneUidOnTwoEventsThatHaveNothingInCommonStaysTwo() {
        CalendarEvent one = evening(titled("1", "Night of museums").uid("event-1"), 5, 1);
        CalendarEvent other = evening(titled("1", "Swimming lesson").uid("event-1"), 6, 1);

        assertEquals(2, index(calendar("city", one), calendar("pools", other)).size());
    }

    @Test
    void aContradictionAboutCancellingIsTold() {
        CalendarEvent off = evening(
                titled("2", "Night of museums").place(place("Old Town Hall")).status(EventStatus.CANCELLED), 5, 1);

        EventIndex index = index(calendar("city", CITY), calendar("office", off));

        assertEquals(
                "module 'office' says that it is cancelled; module 'city' is believed",
                index.problems().get(0).reason());
    }

    @Test
    void replacedOccurrencesOfOneSeriesAreOneToo() {
        EventIndex index = index(
                calendar("city", series("s"), moved("s", "s-2", 8, 9)),
                calendar("office", series("t"), moved("t", "t-2", 8, 9), moved("t", "t-3", 15, 16)));

        assertEquals(List.of("city.s", "city.s-2"), ids(index.entries().stream()));
        assertEquals(
                List.of(1, 9, 15, 22),
                index.between(day(5, 1), day(5, 25)).list().stream()
                        .map(one -> one.start().getDayOfMonth())
                        .toList());
        assertEquals("city.s-2", index.event("office.t-2").orElseThrow().id());
        assertEquals("city.s", index.event("office.t-3").orElseThrow().id(), "nothing is lost but its other time");
        assertTrue(index.problems().get(0).reason().startsWith("module 'office' says something else of its time"));
        assertEquals(List.of("city.s-2"), ids(index.replacements(index.entries().get(0)).stream()));
    }

    @Test
    void whatWasWithdrawnIsToldUnlessItIsThereUnderAnotherId() {
        CalendarEvent again = evening(titled("renamed", "Night of museums").place(place("Old Town Hall")), 5, 1);
        CalendarEvent gone = evening(titled("gone", "Swimming lesson"), 6, 1);
        Instant noticed = Instant.parse("2026-04-01T00:00:00Z");
        EventIndex index = index(new CalendarSnapshot(
                "city",
                new Revision("2"),
                List.of(again),
                List.of(WithdrawnEvent.of("city", CITY, noticed), WithdrawnEvent.of("city", gone, noticed))));

        assertEquals("city.renamed", index.event("city.1").orElseThrow().id());
        assertTrue(index.withdrawn("city.1").isEmpty());
        assertEquals(noticed, index.withdrawn("city.gone").orElseThrow().noticed());
        assertTrue(index.event("city.gone").isEmpty());
        assertTrue(index.withdrawn("city.never").isEmpty());
    }

    @Test
    void anOccurrenceThatNoLongerDiffersIsFoundInItsSeries() {
        EventIndex index = index(new CalendarSnapshot(
                "city",
                new Revision("2"),
                List.of(series("s")),
                List.of(WithdrawnEvent.of("city", moved("s", "s-2", 8, 9), Instant.EPOCH))));

        assertEquals("city.s", index.event("city.s-2").orElseThrow().id());
    }

    private static CalendarEvent series(String id) {
        return evening(
                titled(id, "Night market").place(place("Park")).recurrence(Recurrence.of("FREQ=WEEKLY;COUNT=4")), 5, 1);
    }

    private static CalendarEvent moved(String series, String id, int from, int to) {
        return evening(
                titled(id, "Night market")
                        .place(place("Park"))
                        .replaces(new ReplacedOccurrence(series, LocalDateTime.of(2026, 5, from, 18, 0), false)),
                5,
                to);
    }

    private static void assertApart(CalendarEvent other) {
        assertEquals(2, index(calendar("city", CITY), calendar("office", other)).size());
    }
}
