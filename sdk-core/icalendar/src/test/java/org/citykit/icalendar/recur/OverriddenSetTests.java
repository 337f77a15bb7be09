package org.citykit.icalendar.recur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.citykit.icalendar.recur.OverriddenSet.Change;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverriddenSetTests {
    private static final CalendarZone PARIS = CalendarZone.of(ZoneId.of("Europe/Paris"));
    private static final RecurrenceSet MONDAYS = RecurrenceSet.from(
                    DateOrDateTime.parse("20260302T100000").in(PARIS))
            .rule(RecurrenceRule.parse("FREQ=WEEKLY"))
            .build();

    @Test
    void oneOccurrenceMovesAndTheOthersStay() {
        OverriddenSet set = OverriddenSet.of(MONDAYS, List.of(override("20260309T100000", "20260310T150000", false)));

        assertEquals(
                List.of("20260302T100000", "20260310T150000", "20260316T100000"),
                starts(set, "2026-03-01T00:00:00Z", "2026-03-20T00:00:00Z"));
        assertEquals(List.of(), starts(set, "2026-03-09T00:00:00Z", "2026-03-10T00:00:00Z"));
    }

    @Test
    void thisAndFutureMovesAllLaterOnesByTheWallClock() {
        OverriddenSet set = OverriddenSet.of(
                MONDAYS,
                List.of(
                        override("20260323T100000", "20260324T113000", true),
                        override("20260413T100000", "20260411T090000", false)));

        // The clocks go forward on 29 March; the hour on the wall stays.
        assertEquals(
                List.of("20260316T100000", "20260324T113000", "20260331T113000", "20260407T113000", "20260411T090000"),
                starts(set, "2026-03-16T00:00:00Z", "2026-04-14T00:00:00Z"));
        assertEquals(List.of("20270427T113000"), starts(set, "2027-04-27T00:00:00Z", "2027-04-28T00:00:00Z"));
    }

    @Test
    void aLaterChangeOfAllEndsTheEarlierOne() {
        OverriddenSet set = OverriddenSet.of(
                MONDAYS,
                List.of(
                        override("20260309T100000", "20260310T100000", true),
                        override("20260323T100000", "20260320T100000", true)));

        assertEquals(
                List.of("20260302T100000", "20260310T100000", "20260317T100000", "20260320T100000", "20260327T100000"),
                starts(set, "2026-03-01T00:00:00Z", "2026-03-31T00:00:00Z"));
    }

    @Test
    void anOverrideOfWhatIsNoOccurrenceStillStands() {
        OverriddenSet set = OverriddenSet.of(MONDAYS, List.of(override("20260311T100000", "20260312T100000", false)));

        assertEquals(
                List.of("20260309T100000", "20260312T100000"),
                starts(set, "2026-03-08T00:00:00Z", "2026-03-14T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        // The same occurrence of 10:00 in Paris, and its new time, in other forms.
        "20260323T090000Z, , 20260323T110000, Europe/Paris",
        "20260323T090000Z, , 20260323T100000Z, ",
        "20260323, , 20260323T110000, Europe/Paris",
        "20260323T123000, Asia/Tehran, 20260323T133000, Asia/Tehran",
        "20260323T050000, America/New_York, 20260323T110000, Europe/Paris",
        "20260323T100000, , 20260323T110000, "
    })
    void theMoveOfAllIsMeasuredOnTheClockOfTheSet(String id, String idZone, String start, String startZone) {
        OverriddenSet set =
                OverriddenSet.of(MONDAYS, List.of(new Change(point(id, idZone), point(start, startZone), true)));

        assertEquals(
                List.of("20260316T100000", "20260330T110000", "20260406T110000"),
                starts(set, "2026-03-16T00:00:00Z", "2026-04-07T00:00:00Z").stream()
                        .filter(each -> !each.startsWith("20260323"))
                        .toList());
    }

    private static DateOrDateTime point(String text, String zone) {
        DateOrDateTime point = DateOrDateTime.parse(text);
        return zone == null ? point : point.in(CalendarZone.of(ZoneId.of(zone)));
    }

    @Test
    void whatAMoveCarriesBeyondTheLastYearIsNoOccurrence() {
        OverriddenSet set = OverriddenSet.of(MONDAYS, List.of(override("20260309T100000", "99991229T100000", true)));

        assertEquals(List.of("99991229T100000"), starts(set, "9999-12-01T00:00:00Z", "+10000-01-09T00:00:00Z"));
        assertEquals(
                List.of("20260302T100000", "99991229T100000"),
                starts(set, Instant.MIN.toString(), Instant.MAX.toString()));
    }

    @Test
    void aSmallBudgetIsTold() {
        OverriddenSet set = OverriddenSet.of(MONDAYS, List.of());

        OverriddenSet.Found found = set.expand(
                Instant.parse("2026-03-01T00:00:00Z"),
                Instant.parse("2036-03-01T00:00:00Z"),
                PARIS,
                new Budget(10_000, 5));

        assertTrue(found.truncated());
        assertEquals(5, found.occurrences().size());
    }

    private static Change override(String id, String start, boolean onwards) {
        return new Change(
                DateOrDateTime.parse(id).in(PARIS), DateOrDateTime.parse(start).in(PARIS), onwards);
    }

    private static List<String> starts(OverriddenSet set, String from, String to) {
        return set.expand(Instant.parse(from), Instant.parse(to), PARIS, Budget.standard()).occurrences().stream()
                .map(each -> each.start().toText())
                .toList();
    }
}
