package org.citykit.icalendar.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.citykit.icalendar.recur.Budget;
import org.citykit.icalendar.recur.RecurrenceRule;
import org.citykit.icalendar.recur.RecurrenceSet;
import org.citykit.icalendar.time.DateOrDateTime;
import org.junit.jupiter.api.Test;

class MoonSightingsTests {
    private static final CalendarScale COMPUTED = CalendarScales.ISLAMIC_UMALQURA;

    @Test
    void aSightingFarFromTheComputedDayIsRefused() {
        MoonSightings wrong = MoonSightings.none().with(1447, 9, LocalDate.of(2026, 2, 25));

        assertThrows(UnknownDateException.class, () -> wrong.over(COMPUTED));
        assertThrows(
                IllegalArgumentException.class, () -> MoonSightings.none().with(1447, 13, LocalDate.of(2026, 2, 25)));
        assertThrows(
                UnknownDateException.class,
                () -> MoonSightings.none()
                        .with(1700, 1, LocalDate.of(2026, 2, 25))
                        .over(COMPUTED));
    }

    @Test
    void withoutSightingsTheComputedCalendarStays() {
        assertSame(COMPUTED, MoonSightings.none().over(COMPUTED));
    }

    @Test
    void anAnnouncedMonthBeginsOnItsDayForDisplay() {
        LocalDate first = COMPUTED.toIso(1447, 9, 1).plusDays(1);
        CalendarScale announced = MoonSightings.none().with(1447, 9, first).over(COMPUTED);

        assertEquals(new ScaleDate(1447, 9, false, 1), announced.dateOf(first));
        assertEquals(8, announced.dateOf(first.minusDays(1)).month());
        assertEquals(first, announced.toIso(1447, 9, 1));
        assertEquals(COMPUTED.toIso(1447, 10, 1), announced.toIso(1447, 10, 1));
    }

    @Test
    void aYearThatBeginsADayEarlierTakesTheDayFromTheOneBefore() {
        LocalDate first = COMPUTED.toIso(1448, 1, 1).minusDays(1);
        CalendarScale announced = MoonSightings.none().with(1448, 1, first).over(COMPUTED);

        assertEquals(new ScaleDate(1448, 1, false, 1), announced.dateOf(first));
        assertEquals(new ScaleDate(1448, 1, false, 2), announced.dateOf(first.plusDays(1)));
        assertEquals(1447, announced.dateOf(first.minusDays(1)).year());
    }

    @Test
    void aRuleFollowsTheAnnouncement() {
        LocalDate first = COMPUTED.toIso(1447, 9, 1).plusDays(1);
        CalendarScale announced = MoonSightings.none().with(1447, 9, first).over(COMPUTED);
        RecurrenceRule rule =
                RecurrenceRule.parse("RSCALE=ISLAMIC-UMALQURA;FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1;COUNT=3");
        DateOrDateTime start = DateOrDateTime.of(COMPUTED.toIso(1446, 9, 1));

        List<LocalDate> dates =
                RecurrenceSet.from(start)
                        .rule(rule.countedIn(announced))
                        .build()
                        .first(9, Budget.standard())
                        .starts()
                        .stream()
                        .map(DateOrDateTime::date)
                        .toList();

        assertEquals(List.of(start.date(), first, COMPUTED.toIso(1448, 9, 1)), dates);
        assertEquals(rule.toText(), rule.countedIn(announced).toText());
        assertThrows(IllegalArgumentException.class, () -> rule.countedIn(CalendarScales.PERSIAN));
    }
}
