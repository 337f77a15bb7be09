package org.citykit.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.citykit.api.Revision;
import org.citykit.api.Text;
import org.citykit.api.events.CalendarEvent;
import org.citykit.api.events.EventKind;
import org.citykit.api.events.EventTime;
import org.citykit.api.events.Place;
import org.citykit.api.events.Recurrence;
import org.citykit.api.events.ReplacedOccurrence;
import org.junit.jupiter.api.Test;

class EventIndexTests {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void aRuleThatCannotBeReadKeepsTheFirstTimeAndSaysWhy() {
        EventIndex index = index(CalendarEvent.of("broken")
                .recurrence(Recurrence.of("FREQ=FORTNIGHTLY"))
                .on(LocalDate.of(2026, 3, 21)));

        assertEquals(1, index.between(day(3, 1), day(4, 1)).list().size());
        assertEquals(1, index.problems().size());
        assertTrue(index.problems().get(0).reason().contains("cannot be expanded"));
    }

    @Test
    void aRuleThatAsksForTooMuchEndsWithItsBudgetAndSaysSo() {
        EventIndex index = index(CalendarEvent.of("every-second")
                .recurrence(Recurrence.of("FREQ=SECONDLY"))
                .at(at(TEHRAN, 2026, 1, 1, 0, 0), Duration.ofSeconds(1)));

        Occurrences found = index.between(day(1, 1), day(12, 31)).find();

        assertTrue(found.truncated());
        assertTrue(found.total() <= 14 * 50_000, "found " + found.total());
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsEmpty() {
        EventIndex index = index(CalendarEvent.of("once").on(day(3, 21)));

        assertEquals(List.of(), index.between(day(4, 1), day(3, 1)).list());
    }

    @Test
    void anEventIsFoundInEveryWindowItReachesInto() {
        EventIndex index = index(
                CalendarEvent.of("week").when(new EventTime.AllDay(day(3, 20), day(3, 27))),
                CalendarEvent.of("moment").at(at(TEHRAN, 2026, 3, 22, 0, 0), Duration.ZERO));

        assertEquals(List.of("week"), ids(index.between(day(3, 26), day(3, 27))));
        assertEquals(List.of(), ids(index.between(day(3, 27), day(3, 28))));
        assertEquals(List.of("week", "moment"), ids(index.between(day(3, 22), day(3, 23))));
        assertEquals(List.of("week"), ids(index.between(day(3, 21), day(3, 22))));
    }

    @Test
    void aLongEventIsFoundBehindManyShortOnes() {
        CalendarEvent[] events = new CalendarEvent[301];
        events[0] = CalendarEvent.of("long").when(new EventTime.AllDay(day(1, 1), day(12, 31)));
        for (int i = 1; i < events.length; i++) {
            events[i] = CalendarEvent.of("short" + i).on(day(1, 1).plusDays(i));
        }

        List<String> found = ids(index(events).between(day(10, 1), day(10, 2)));

        assertEquals(List.of("long", "short273"), found);
    }

    @Test
    void nowruzFollowsThePersianCalendarEveryYear() {
        EventIndex index = index(CalendarEvent.of("nowruz")
                .kind(EventKind.HOLIDAY)
                .recurrence(Recurrence.of("RSCALE=PERSIAN;FREQ=YEARLY"))
                .on(LocalDate.of(2021, 3, 21)));

        List<LocalDate> days = index.between(LocalDate.of(2024, 1, 1), LocalDate.of(2028, 1, 1)).list().stream()
                .map(occurrence -> occurrence.firstDay(TEHRAN))
                .toList();

        assertEquals(
                List.of(
                        LocalDate.of(2024, 3, 20),
                        LocalDate.of(2025, 3, 21),
                        LocalDate.of(2026, 3, 21),
                        LocalDate.of(2027, 3, 21)),
                days);
    }

    @Test
    void anEventKeepsItsLocalTimeWhenTheClocksOfItsZoneChange() {
        EventIndex index = index(CalendarEvent.of("council")
                .recurrence(Recurrence.of("FREQ=WEEKLY;COUNT=3"))
                .at(at(NEW_YORK, 2026, 3, 1, 18, 0), Duration.ofHours(2)));

        List<Occurrence> found = index.between(day(2, 1), day(5, 1)).list();

        assertEquals(3, found.size());
        found.forEach(occurrence -> assertEquals(18, occurrence.start().getHour()));
        assertEquals(
                Duration.ofDays(7).minusHours(1),
                Duration.between(found.get(0).start(), found.get(1).start()));
    }

    @Test
    void anOccurrenceThatIsReplacedIsShownOnceAsItIsNow() {
        CalendarEvent series = CalendarEvent.of("lecture")
                .title(Text.of("en", "Lecture"))
                .recurrence(Recurrence.of("FREQ=DAILY;COUNT=3"))
                .at(at(TEHRAN, 2026, 5, 1, 10, 0), Duration.ofHours(1));
        CalendarEvent moved = CalendarEvent.of("lecture-moved")
                .title(Text.of("en", "Lecture, moved"))
                .replaces(new ReplacedOccurrence("lecture", LocalDateTime.of(2026, 5, 2, 10, 0), false))
                .at(at(TEHRAN, 2026, 5, 9, 16, 0), Duration.ofHours(1));

        List<Occurrence> found =
                index(series, moved).between(day(5, 1), day(6, 1)).list();

        assertEquals(
                List.of("Lecture", "Lecture", "Lecture, moved"),
                found.stream().map(one -> one.event().title().original()).toList());
        assertEquals(
                List.of(1, 3, 9),
                found.stream().map(one -> one.start().getDayOfMonth()).toList());
        assertEquals(Optional.of("town.lecture"), found.get(2).series().map(EventEntry::id));
    }

    @Test
    void aChangeToThisAndFollowingMovesAllLaterOnes() {
        CalendarEvent series = CalendarEvent.of("tour")
                .recurrence(Recurrence.of("FREQ=DAILY;COUNT=4"))
                .at(at(TEHRAN, 2026, 5, 1, 10, 0), Duration.ofHours(1));
        CalendarEvent later = CalendarEvent.of("tour-later")
                .replaces(new ReplacedOccurrence("tour", LocalDateTime.of(2026, 5, 3, 10, 0), true))
                .at(at(TEHRAN, 2026, 5, 3, 12, 30), Duration.ofHours(2));

        List<Occurrence> found =
                index(series, later).between(day(5, 1), day(6, 1)).list();

        assertEquals(
                List.of("1T10:00", "2T10:00", "3T12:30", "4T12:30"),
                found.stream()
                        .map(one ->
                                one.start().getDayOfMonth() + "T" + one.start().toLocalTime())
                        .toList());
        assertEquals(
                Duration.ofHours(2),
                Duration.between(found.get(3).start(), found.get(3).end()));
    }

    @Test
    void removedAndAddedDatesCount() {
        EventIndex index = index(CalendarEvent.of("market")
                .recurrence(new Recurrence(
                        List.of("FREQ=DAILY;COUNT=3"),
                        List.of(LocalDateTime.of(2026, 6, 10, 9, 0)),
                        List.of(LocalDateTime.of(2026, 6, 2, 9, 0))))
                .at(at(TEHRAN, 2026, 6, 1, 9, 0), Duration.ofHours(1)));

        assertEquals(
                List.of(1, 3, 10),
                index.between(day(6, 1), day(7, 1)).list().stream()
                        .map(one -> one.start().getDayOfMonth())
                        .toList());
    }

    @Test
    void wordsAreFoundInEveryScriptAndWhileTyping() {
        EventIndex index = index(CalendarEvent.of("book")
                .title(Text.of("fa", "نمایشگاه کتاب تهران").and("ar", "معرض طهران للكتاب"))
                .place(Place.of(Text.of("fa", "مصلای تهران")))
                .on(day(5, 5)));
        OccurrenceQuery all = index.between(day(1, 1), day(12, 31));

        for (String words : List.of("كتاب", "نمایشگا", "معرض", "للكت", "مصلاي", "")) {
            assertEquals(1, all.matching(words).list().size(), words);
        }
        assertEquals(0, all.matching("موسیقی").list().size());
        assertEquals(1, all.at("مصلای").list().size());
        assertEquals(0, all.at("کتاب").list().size());
    }

    @Test
    void kindsNarrowAndAreCounted() {
        EventIndex index = index(
                CalendarEvent.of("a").kind(EventKind.FESTIVAL).on(day(5, 5)),
                CalendarEvent.of("b").kind(EventKind.SIGNING).on(day(5, 6)),
                CalendarEvent.of("c").kind(EventKind.FESTIVAL).on(day(5, 7)));
        OccurrenceQuery may = index.between(day(5, 1), day(6, 1));

        assertEquals(List.of("a", "c"), ids(may.ofKind(EventKind.FESTIVAL)));
        assertEquals(2, may.kinds().get(EventKind.FESTIVAL));
        assertEquals(List.of("b"), ids(may.page(1, 1)));
        assertEquals(3, may.page(1, 1).find().total());
    }

    @Test
    void idsAreFitForAddressesAndDifferentEventsNeverShareOne() {
        EventIndex index = index(
                CalendarEvent.of("20260321/nowruz@تهران").on(day(3, 21)),
                CalendarEvent.of("20260321/nowruz@طهران").on(day(3, 22)));

        assertEquals(2, index.size());
        index.entries().forEach(entry -> assertTrue(entry.id().matches("town\\.[0-9a-f]{24}"), entry.id()));
        assertEquals(
                "20260321/nowruz@تهران",
                index.event(index.entries().get(0).id()).orElseThrow().event().id());
    }

    @Test
    void theRevisionFollowsTheSnapshotsAndTheirOrder() {
        CalendarSnapshot one = new CalendarSnapshot("one", new Revision("1"), List.of());
        CalendarSnapshot two = new CalendarSnapshot("two", new Revision("2"), List.of());
        CalendarSnapshot changed = new CalendarSnapshot("two", new Revision("3"), List.of());

        Revision revision = EventIndex.of(List.of(one, two), TEHRAN).revision();

        assertEquals(revision, EventIndex.of(List.of(one, two), TEHRAN).revision());
        assertNotEquals(revision, EventIndex.of(List.of(two, one), TEHRAN).revision());
        assertNotEquals(revision, EventIndex.of(List.of(one, changed), TEHRAN).revision());
    }

    @Test
    void wholeDaysStayThemselvesInEveryZone() {
        Occurrence day = index(CalendarEvent.of("day").on(day(3, 21)))
                .between(day(3, 1), day(4, 1))
                .list()
                .get(0);

        assertTrue(day.isAllDay());
        assertEquals(day(3, 21), day.firstDay(NEW_YORK));
        assertEquals(day(3, 21), day.lastDay(NEW_YORK));
        assertFalse(day.series().isPresent());
    }

    private static EventIndex index(CalendarEvent... events) {
        return EventIndex.of(List.of(new CalendarSnapshot("town", new Revision("1"), Arrays.asList(events))), TEHRAN);
    }

    private static List<String> ids(OccurrenceQuery query) {
        return query.list().stream().map(one -> one.event().id()).toList();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    private static ZonedDateTime at(ZoneId zone, int year, int month, int day, int hour, int minute) {
        return ZonedDateTime.of(year, month, day, hour, minute, 0, 0, zone);
    }
}
