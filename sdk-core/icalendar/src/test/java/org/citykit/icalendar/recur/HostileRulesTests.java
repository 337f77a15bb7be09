package org.citykit.icalendar.recur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules made to cost much: each must end within its budget, in units of work. */
class HostileRulesTests {
    private static final LocalDateTime FROM = LocalDateTime.parse("2026-09-01T00:00");

    @Test
    void denseListsAreNeverMultipliedOut() {
        String rule = "FREQ=YEARLY;BYYEARDAY=" + list(1, 366) + ";BYHOUR=" + list(0, 23) + ";BYMINUTE=" + list(0, 59)
                + ";BYSECOND=" + list(0, 59);

        Expansion found = set("20200101T000000", rule).expand(FROM, FROM.plusSeconds(10), Budget.standard());

        assertEquals(10, found.occurrences().size());
        assertFalse(found.truncated());
        assertTrue(found.workUsed() < 2_000, () -> "work " + found.workUsed());
    }

    @Test
    void denseListsWithPositionsAndOneCountCostLittle() {
        String rule = "FREQ=YEARLY;COUNT=1;BYYEARDAY=" + list(1, 366) + ";BYHOUR=" + list(0, 23) + ";BYMINUTE="
                + list(0, 59) + ";BYSECOND=" + list(0, 59) + ";BYSETPOS=-1";

        Expansion found = set("20200101T000000", rule).first(5, Budget.standard());

        assertEquals("20201231T235959", found.starts().get(0).toText());
        assertEquals(1, found.occurrences().size());
        assertTrue(found.workUsed() < 2_000, () -> "work " + found.workUsed());
    }

    @Test
    void aHugeCountIsCountedByArithmetic() {
        for (String frequency :
                List.of("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU")) {
            Expansion found = set("20000101T000000", "COUNT=2147483647;FREQ=" + frequency)
                    .expand(FROM, FROM.plusDays(1), new Budget(5_000, 500));

            assertFalse(found.occurrences().isEmpty(), frequency);
            assertEquals(frequency.equals("SECONDLY") || frequency.equals("MINUTELY"), found.truncated(), frequency);
        }
    }

    @Test
    void aCountThatIsUsedUpBeforeTheWindowEndsThere() {
        Expansion found = set("20000101T000000", "FREQ=SECONDLY;COUNT=1000000")
                .expand(FROM, FROM.plusDays(1), new Budget(100, 10));

        assertEquals(List.of(), found.occurrences());
        assertFalse(found.truncated());
    }

    @Test
    void anIrregularHugeCountStopsAtTheBudget() {
        Expansion found = set("20000101T000000", "FREQ=SECONDLY;BYMONTH=1,3;COUNT=2147483647")
                .expand(FROM, FROM.plusDays(1), Budget.standard());

        assertEquals(List.of(), found.occurrences());
        assertTrue(found.truncated());
        assertEquals(Budget.standard().work(), found.workUsed());
    }

    @Test
    void impossibleDatesEndByThemselvesOrByTheBudget() {
        for (String frequency : List.of("YEARLY", "MONTHLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")) {
            Expansion found = set("20260101T000000", "FREQ=" + frequency + ";BYMONTH=2;BYMONTHDAY=30")
                    .first(1, Budget.standard());

            assertEquals(List.of(), found.occurrences(), frequency);
            assertFalse(found.truncated(), frequency);
            assertTrue(found.workUsed() < 400_000, () -> frequency + " " + found.workUsed());
        }
    }

    @Test
    void secondsThatTheIntervalNeverMeetsAreKnownAtOnce() {
        Expansion found =
                set("20260101T000000", "FREQ=SECONDLY;INTERVAL=60;BYSECOND=5").first(1, Budget.standard());

        assertEquals(List.of(), found.occurrences());
        assertTrue(found.workUsed() < 10);
    }

    @Test
    void aWindowCostsTheSameHoweverLongAgoTheStartWas() {
        for (String rule : List.of(
                "FREQ=SECONDLY;BYSECOND=0;BYMINUTE=30",
                "FREQ=MINUTELY;BYHOUR=9;BYMINUTE=0",
                "FREQ=HOURLY;BYDAY=TU",
                "FREQ=DAILY;BYMONTH=9",
                "FREQ=WEEKLY;BYDAY=MO,FR",
                "FREQ=MONTHLY;BYDAY=1TU",
                "RSCALE=PERSIAN;FREQ=YEARLY;BYMONTH=6",
                "FREQ=YEARLY;BYDAY=1TU;BYMONTH=9")) {
            long late = set("20260801T000000", rule)
                    .expand(FROM, FROM.plusDays(30), Budget.standard())
                    .workUsed();
            long early = set("10000101T000000", rule)
                    .expand(FROM, FROM.plusDays(30), Budget.standard())
                    .workUsed();

            assertTrue(
                    early <= late + 20,
                    () -> rule + " costs " + early + " from the year 1000, " + late + " from August");
        }
    }

    @Test
    void tenYearsOfSecondsAreTruncated() {
        Expansion found = set("20200101T000000", "FREQ=SECONDLY").expand(FROM, FROM.plusYears(10), Budget.standard());

        assertTrue(found.truncated());
        assertEquals(Budget.standard().occurrences(), found.occurrences().size());
    }

    @Test
    void theLargestIntervalEndsAtTheEndOfTime() {
        for (String frequency : List.of("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")) {
            Expansion found = set("20200101T000000", "INTERVAL=2147483647;FREQ=" + frequency)
                    .first(9_999, Budget.standard());

            assertFalse(found.truncated(), frequency);
            assertEquals("20200101T000000", found.starts().get(0).toText());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "21740830, 'RSCALE=ISLAMIC-UMALQURA;FREQ=YEARLY;BYMONTHDAY=31;BYDAY=2MO;SKIP=FORWARD', 0",
        "18821113, 'RSCALE=ISLAMIC-UMALQURA;FREQ=WEEKLY;BYMONTH=1;BYDAY=SU,SA;WKST=SU;COUNT=2', 2",
        "21741120, 'RSCALE=ISLAMIC-UMALQURA;FREQ=WEEKLY;BYMONTH=1,12;BYDAY=SU,MO,SA', 2"
    })
    void daysOutsideOfTheYearsOfACalendarAreNone(String start, String rule, int size) {
        Expansion found = set(start, rule).first(99, Budget.standard());

        assertEquals(size, found.size());
        assertFalse(found.truncated());
    }

    @Test
    void halfAMillionExceptionsAreLookedUpNotWalked() {
        RecurrenceSet.Builder builder = RecurrenceSet.from(DateOrDateTime.parse("20200101T000000Z"))
                .rule(RecurrenceRule.parse("FREQ=MINUTELY"));
        Instant start = Instant.parse("2026-09-01T00:00:00Z");
        for (int i = 0; i < 500_000; i++) {
            builder.exclude(DateOrDateTime.of(start.plusSeconds(60L * i)));
        }

        Expansion found = builder.build().expand(start, start.plusSeconds(86_400), CalendarZone.UTC, Budget.standard());

        assertEquals(List.of(), found.occurrences());
        assertFalse(found.truncated());
        assertTrue(found.workUsed() < 10_000, () -> "work " + found.workUsed());
    }

    @Test
    void secondsThroughAGapStayWithinTheBudget() {
        CalendarZone apia = CalendarZone.of(ZoneId.of("Pacific/Apia"));
        RecurrenceSet set = RecurrenceSet.from(
                        DateOrDateTime.parse("20111229T235900").in(apia))
                .rule(RecurrenceRule.parse("FREQ=SECONDLY"))
                .build();

        Expansion found = set.first(100, new Budget(500_000, 1_000));

        assertEquals(100, found.occurrences().size());
        assertFalse(found.truncated());
    }

    private static String list(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    private static RecurrenceSet set(String start, String rule) {
        return RecurrenceSet.from(DateOrDateTime.parse(start))
                .rule(RecurrenceRule.parse(rule))
                .build();
    }
}
