package org.citykit.icalendar.recur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.citykit.icalendar.time.CalendarPeriod;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;
import org.junit.jupiter.api.Test;

class RecurrenceSetTests {
    private static final CalendarZone NEW_YORK = CalendarZone.of(ZoneId.of("America/New_York"));
    private static final CalendarZone TEHRAN = CalendarZone.of(ZoneId.of("Asia/Tehran"));

    @Test
    void aStartOutsideTheRulesCalendarIsRefused() {
        RecurrenceSet.Builder builder = RecurrenceSet.from(DateOrDateTime.parse("17000101"));
        RecurrenceRule rule = RecurrenceRule.parse("RSCALE=ISLAMIC-UMALQURA;FREQ=YEARLY");

        assertThrows(RecurrenceRuleException.class, () -> builder.rule(rule));
    }

    @Test
    void aLocalTimeInAGapMovesBehindItAndMeetsOthersOnce() {
        RecurrenceSet set = zoned("20260308T013000", NEW_YORK, "FREQ=HOURLY;COUNT=4");

        Expansion found = set.first(9, Budget.standard());

        // 01:30 EST, 02:30 (moved to 03:30 EDT), 03:30 EDT, 04:30 EDT: four counted, three different.
        assertEquals(
                List.of("2026-03-08T06:30:00Z", "2026-03-08T07:30:00Z", "2026-03-08T08:30:00Z"),
                instants(found, NEW_YORK));
    }

    @Test
    void minutesInAGapStayInOrder() {
        RecurrenceSet set = zoned("20260308T015000", NEW_YORK, "FREQ=MINUTELY;INTERVAL=20;COUNT=8");

        Expansion found = set.first(9, Budget.standard());

        // 01:50 | 02:10 02:30 02:50 moved to 03:10 03:30 03:50 | 03:10 03:30 03:50 | 04:10
        assertEquals(
                List.of(
                        "2026-03-08T06:50:00Z",
                        "2026-03-08T07:10:00Z",
                        "2026-03-08T07:30:00Z",
                        "2026-03-08T07:50:00Z",
                        "2026-03-08T08:10:00Z"),
                instants(found, NEW_YORK));
    }

    @Test
    void aWindowThatBeginsBehindAGapStillFindsWhatTheGapMoved() {
        RecurrenceSet set = zoned("20260301T024500", NEW_YORK, "FREQ=DAILY");

        Expansion found = set.expand(
                Instant.parse("2026-03-08T07:30:00Z"),
                Instant.parse("2026-03-08T08:00:00Z"),
                NEW_YORK,
                Budget.standard());

        assertEquals(List.of("2026-03-08T07:45:00Z"), instants(found, NEW_YORK));
        assertEquals("20260308T034500", found.starts().get(0).toText());
    }

    @Test
    void ofTwoEqualLocalTimesTheFirstIsMeant() {
        RecurrenceSet set = zoned("20261031T013000", NEW_YORK, "FREQ=DAILY;COUNT=3");

        assertEquals(
                List.of("2026-10-31T05:30:00Z", "2026-11-01T05:30:00Z", "2026-11-02T06:30:00Z"),
                instants(set.first(9, Budget.standard()), NEW_YORK));
    }

    @Test
    void theLocalHourStaysAcrossAChangeOfOffset() {
        RecurrenceSet set = zoned("20220310T090000", TEHRAN, "FREQ=MONTHLY;COUNT=2");

        assertEquals(
                List.of("2022-03-10T05:30:00Z", "2022-04-10T04:30:00Z"),
                instants(set.first(9, Budget.standard()), TEHRAN));
    }

    @Test
    void aBoundInsideOfAGapOfADayLosesNothingBehindIt() {
        CalendarZone apia = CalendarZone.of(ZoneId.of("Pacific/Apia"));
        RecurrenceSet bounded = zoned("20111225T023000", apia, "FREQ=DAILY;INTERVAL=2;UNTIL=20111230T130000Z");
        RecurrenceSet endless = zoned("20111225T023000", apia, "FREQ=DAILY;INTERVAL=2");
        List<String> wanted =
                List.of("2011-12-25T12:30:00Z", "2011-12-27T12:30:00Z", "2011-12-29T12:30:00Z", "2011-12-30T12:30:00Z");

        assertEquals(wanted, instants(bounded.first(9, Budget.standard()), apia));
        assertEquals(
                wanted,
                instants(
                        endless.expand(
                                Instant.parse("2011-12-25T00:00:00Z"),
                                Instant.parse("2011-12-30T13:00:00Z"),
                                apia,
                                Budget.standard()),
                        apia));
    }

    @Test
    void anUntilInUtcBoundsInstantsAndADateBoundsWholeDays() {
        RecurrenceSet exact = zoned("20260101T190000", NEW_YORK, "FREQ=DAILY;UNTIL=20260104T000000Z");
        RecurrenceSet early = zoned("20260101T190000", NEW_YORK, "FREQ=DAILY;UNTIL=20260103T235959Z");
        RecurrenceSet day = zoned("20260101T190000", NEW_YORK, "FREQ=DAILY;UNTIL=20260104");

        assertEquals(3, exact.first(9, Budget.standard()).occurrences().size());
        assertEquals(2, early.first(9, Budget.standard()).occurrences().size());
        assertEquals(4, day.first(9, Budget.standard()).occurrences().size());
    }

    @Test
    void furtherDatesExceptionsAndExceptionRulesWorkTogether() {
        RecurrenceSet set = RecurrenceSet.from(DateOrDateTime.of(LocalDateTime.parse("2026-01-01T09:00"), TEHRAN))
                .rule(RecurrenceRule.parse("FREQ=DAILY;COUNT=10"))
                .exclusionRule(RecurrenceRule.parse("FREQ=DAILY;INTERVAL=3"))
                .exclude(DateOrDateTime.parse("20260102T053000Z"))
                .exclude(DateOrDateTime.parse("20260103"))
                .date(DateOrDateTime.parse("20260105T120000"))
                .period(CalendarPeriod.parse("20260120T090000/PT30M"))
                .build();

        Expansion found = set.first(99, Budget.standard());

        assertEquals(
                List.of(
                        "20260105T090000",
                        "20260105T120000",
                        "20260106T090000",
                        "20260108T090000",
                        "20260109T090000",
                        "20260120T090000"),
                found.starts().stream().map(DateOrDateTime::toText).toList());
        assertEquals(
                Optional.of("20260120T093000"), found.occurrences().get(5).end().map(DateOrDateTime::toText));
        assertTrue(set.isRecurring());
    }

    @Test
    void withoutRulesTheStartIsAnOccurrence() {
        RecurrenceSet single =
                RecurrenceSet.from(DateOrDateTime.parse("20260321")).build();
        RecurrenceSet dated = RecurrenceSet.from(DateOrDateTime.parse("20260321"))
                .date(DateOrDateTime.parse("20260320"))
                .date(DateOrDateTime.parse("20260321"))
                .build();

        assertEquals(1, single.first(9, Budget.standard()).occurrences().size());
        assertFalse(single.isRecurring());
        assertEquals(
                List.of("20260320", "20260321"),
                dated.first(9, Budget.standard()).starts().stream()
                        .map(DateOrDateTime::toText)
                        .toList());
    }

    @Test
    void datesAndFloatingTimesAreSeenFromTheViewersZone() {
        RecurrenceSet day = RecurrenceSet.from(DateOrDateTime.parse("20260321"))
                .rule(RecurrenceRule.parse("FREQ=DAILY"))
                .build();
        Instant from = Instant.parse("2026-03-22T20:30:00Z");

        Expansion inTehran = day.expand(from, from.plusSeconds(3_600), TEHRAN, Budget.standard());
        Expansion inNewYork = day.expand(from, from.plusSeconds(3_600), NEW_YORK, Budget.standard());

        assertEquals(List.of(DateOrDateTime.parse("20260323")), inTehran.starts());
        assertEquals(List.of(), inNewYork.starts());
    }

    @Test
    void theNextOccurrenceIsFoundFarFromTheStart() {
        RecurrenceSet set = zoned("19700101T100000", TEHRAN, "RSCALE=PERSIAN;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1");

        Expansion found = set.next(Instant.parse("2026-01-01T00:00:00Z"), TEHRAN, 2, Budget.standard());

        assertEquals(
                List.of("20260321T100000", "20270321T100000"),
                found.starts().stream().map(DateOrDateTime::toText).toList());
        assertTrue(found.workUsed() < 40, () -> "work " + found.workUsed());
    }

    @Test
    void dayThirtyOfEsfandExistsInLeapYearsOrIsSkippedAsAsked() {
        assertEquals(List.of("20210320", "20250320", "20300320"), first("20210320", "RSCALE=PERSIAN;FREQ=YEARLY", 3));
        assertEquals(
                List.of("20210320", "20220320", "20230320"),
                first("20210320", "RSCALE=PERSIAN;FREQ=YEARLY;SKIP=BACKWARD", 3));
        assertEquals(
                List.of("20210320", "20220321", "20230321"),
                first("20210320", "RSCALE=PERSIAN;FREQ=YEARLY;SKIP=FORWARD", 3));
    }

    private static List<String> first(String start, String rule, int count) {
        return RecurrenceSet.from(DateOrDateTime.parse(start))
                .rule(RecurrenceRule.parse(rule))
                .build()
                .first(count, Budget.standard())
                .starts()
                .stream()
                .map(DateOrDateTime::toText)
                .toList();
    }

    private static RecurrenceSet zoned(String start, CalendarZone zone, String rule) {
        return RecurrenceSet.from(DateOrDateTime.parse(start).in(zone))
                .rule(RecurrenceRule.parse(rule))
                .build();
    }

    private static List<String> instants(Expansion expansion, CalendarZone viewer) {
        return expansion.starts().stream()
                .map(start -> start.toInstant(viewer).toString())
                .toList();
    }
}
