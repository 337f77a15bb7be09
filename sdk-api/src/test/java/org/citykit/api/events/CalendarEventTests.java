package org.citykit.api.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Text;
import org.junit.jupiter.api.Test;

class CalendarEventTests {
    private static final LocalDate NOWRUZ = LocalDate.of(2026, 3, 21);

    @Test
    void anEventThatEndsBeforeItBeginsIsRefused() {
        LocalDateTime noon = NOWRUZ.atTime(12, 0);

        assertThrows(InvalidValueException.class, () -> new EventTime.AllDay(NOWRUZ, NOWRUZ));
        assertThrows(
                InvalidValueException.class, () -> new EventTime.Timed(noon, noon.minusSeconds(1), Optional.empty()));
    }

    @Test
    void aRecurrenceWithoutRuleAndDateIsRefused() {
        assertThrows(InvalidValueException.class, () -> new Recurrence(List.of(), List.of(), List.of()));
    }

    @Test
    void anIdWithWhiteSpaceIsRefused() {
        assertThrows(
                InvalidValueException.class, () -> CalendarEvent.of("two words").on(NOWRUZ));
        assertThrows(InvalidValueException.class, () -> CalendarEvent.of("").on(NOWRUZ));
    }

    @Test
    void aDayEndsWhereTheNextBegins() {
        assertEquals(
                new EventTime.AllDay(NOWRUZ, NOWRUZ.plusDays(1)),
                CalendarEvent.of("nowruz").on(NOWRUZ).when());
    }

    @Test
    void anEventOverAChangeOfTheClocksIsAsLongAsItIsSaid() {
        ZonedDateTime late = ZonedDateTime.of(2026, 3, 8, 1, 30, 0, 0, ZoneId.of("America/New_York"));

        EventTime.Timed when = (EventTime.Timed)
                CalendarEvent.of("night").at(late, Duration.ofHours(1)).when();

        assertEquals(LocalDateTime.of(2026, 3, 8, 3, 30), when.end());
    }

    @Test
    void anEventWithoutATitleIsCalledByItsId() {
        assertEquals("nowruz", CalendarEvent.of("nowruz").on(NOWRUZ).title().original());
    }

    @Test
    void aUidWithWhiteSpaceAndAnEmptyTagAreRefused() {
        assertThrows(
                InvalidValueException.class,
                () -> CalendarEvent.of("a").uid("two words").on(NOWRUZ));
        assertThrows(
                InvalidValueException.class,
                () -> CalendarEvent.of("a").tags(List.of(" ")).on(NOWRUZ));
        assertThrows(
                InvalidValueException.class,
                () -> CalendarEvent.of("a")
                        .tags(Collections.nCopies(101, "tag"))
                        .on(NOWRUZ));
    }

    @Test
    void aRevisionBelowZeroIsRefused() {
        assertThrows(
                InvalidValueException.class,
                () -> CalendarEvent.of("a").sequence(-1).on(NOWRUZ));
    }

    @Test
    void whatPublishersSayBesidesIsKept() {
        CalendarEvent event = CalendarEvent.of("nowruz")
                .uid("nowruz@tehran.example")
                .tags(List.of("نوروز", "Feast"))
                .organizer(Text.of("en", "City of Tehran"))
                .image(URI.create("https://tehran.example/nowruz.jpg"))
                .on(NOWRUZ);

        assertEquals(Optional.of("nowruz@tehran.example"), event.uid());
        assertEquals(List.of("نوروز", "Feast"), event.tags());
        assertEquals(Optional.of("City of Tehran"), event.organizer().map(Text::original));
        assertEquals(Optional.of(URI.create("https://tehran.example/nowruz.jpg")), event.image());
    }
}
