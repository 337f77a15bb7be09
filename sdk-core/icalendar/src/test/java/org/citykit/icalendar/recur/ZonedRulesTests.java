package org.citykit.icalendar.recur;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules over changes of offset, in the zones that have unusual ones; the readings are those of ADR 0038. */
class ZonedRulesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Into and out of summer time.
                "America/New_York | 20260307T023000 | FREQ=DAILY;COUNT=3 | 03-07T07:30 03-08T07:30 03-09T06:30",
                "America/New_York | 20261101T003000 | FREQ=HOURLY;COUNT=4 | 11-01T04:30 11-01T05:30 11-01T07:30 11-01T08:30",
                "America/New_York | 20260308T003000 | FREQ=HOURLY;INTERVAL=2;COUNT=3 | 03-08T05:30 03-08T07:30 03-08T08:30",
                "America/New_York | 20261101T013000 | FREQ=MINUTELY;INTERVAL=30;COUNT=3 | 11-01T05:30 11-01T07:00 11-01T07:30",
                "Europe/Paris | 20260222T023000 | FREQ=WEEKLY;BYDAY=SU;COUNT=6 | 02-22T01:30 03-01T01:30 03-08T01:30 03-15T01:30 03-22T01:30 03-29T01:30",
                "Europe/Paris | 20261018T023000 | FREQ=WEEKLY;COUNT=3 | 10-18T00:30 10-25T00:30 11-01T01:30",
                "Europe/Paris | 20260129T023000 | FREQ=MONTHLY;BYMONTHDAY=29;COUNT=3 | 01-29T01:30 03-29T01:30 04-29T00:30",
                // Half an hour.
                "Australia/Lord_Howe | 20261003T021500 | FREQ=DAILY;COUNT=3 | 10-02T15:45 10-03T15:45 10-04T15:15",
                "Australia/Lord_Howe | 20260404T014500 | FREQ=DAILY;COUNT=3 | 04-03T14:45 04-04T14:45 04-05T15:15",
                // A day that never was.
                "Pacific/Apia | 20111229T120000 | FREQ=DAILY;COUNT=4 | 12-29T22:00 12-30T22:00 12-31T22:00",
                "Pacific/Apia | 20111223T120000 | FREQ=WEEKLY;BYDAY=FR,SA;COUNT=4 | 12-23T22:00 12-24T22:00 12-30T22:00",
                // Summer time all year, less an hour in Ramadan.
                "Africa/Casablanca | 20260214T023000 | FREQ=DAILY;COUNT=3 | 02-14T01:30 02-15T01:30 02-16T02:30",
                "Africa/Casablanca | 20260321T023000 | FREQ=DAILY;COUNT=3 | 03-21T02:30 03-22T02:30 03-23T01:30",
                // The first hour of the day is missing.
                "Asia/Tehran | 20210321T001500 | FREQ=DAILY;COUNT=3 | 03-20T20:45 03-21T20:45 03-22T19:45",
                "Asia/Tehran | 20210920T233000 | FREQ=DAILY;COUNT=3 | 09-20T19:00 09-21T19:00 09-22T20:00",
                "Asia/Tehran | 20230321T001500 | FREQ=DAILY;COUNT=3 | 03-20T20:45 03-21T20:45 03-22T20:45",
                // Winter time is the exception in the rules of Ireland, not in its clocks.
                "Europe/Dublin | 20260328T013000 | FREQ=DAILY;COUNT=3 | 03-28T01:30 03-29T01:30 03-30T00:30",
                "Europe/Dublin | 20261024T013000 | FREQ=DAILY;COUNT=3 | 10-24T00:30 10-25T00:30 10-26T01:30",
            })
    void timesFollowTheWallClock(String zone, String start, String rule, String expected) {
        CalendarZone where = CalendarZone.of(ZoneId.of(zone));
        RecurrenceSet set = RecurrenceSet.from(DateOrDateTime.parse(start).in(where))
                .rule(RecurrenceRule.parse(rule))
                .build();

        assertEquals(expected, instants(set.first(99, Budget.standard()).starts(), where));
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Africa/Casablanca",
        "Asia/Tehran",
        "Europe/Dublin",
        "Europe/Paris"
    })
    void anyWindowOfAYearFindsItsPartOfTheWhole(String zone) {
        CalendarZone where = CalendarZone.of(ZoneId.of(zone));
        Budget ample = new Budget(10_000_000, 1_000_000);
        for (String rule : List.of(
                "FREQ=HOURLY",
                "FREQ=MINUTELY;INTERVAL=50",
                "FREQ=DAILY;BYHOUR=0,1,2,3;BYMINUTE=0,15,30",
                "FREQ=WEEKLY")) {
            for (int year : new int[] {2011, 2021, 2026}) {
                RecurrenceSet set = RecurrenceSet.from(
                                DateOrDateTime.parse(year - 3 + "0105T001500").in(where))
                        .rule(RecurrenceRule.parse(rule))
                        .build();
                Instant from = Instant.parse(year + "-01-01T00:00:00Z");
                Instant to = Instant.parse(year + 1 + "-01-01T00:00:00Z");
                List<DateOrDateTime> whole = set.expand(from, to, where, ample).starts();
                for (Instant at = from; at.isBefore(to); at = at.plusSeconds(86_400 * 9 + 4_321)) {
                    Instant low = at;
                    Instant high = at.plusSeconds(40_000);

                    List<DateOrDateTime> part =
                            set.expand(low, high, where, ample).starts();

                    assertEquals(within(whole, low, high, where), within(part, low, to, where), zone + " " + rule);
                }
            }
        }
    }

    private static String within(List<DateOrDateTime> all, Instant low, Instant high, CalendarZone where) {
        return instants(
                all.stream()
                        .filter(each -> !each.toInstant(where).isBefore(low)
                                && each.toInstant(where).isBefore(high))
                        .toList(),
                where);
    }

    private static String instants(List<DateOrDateTime> starts, CalendarZone where) {
        return starts.stream()
                .map(each -> each.toInstant(where).toString().substring(5, 16))
                .collect(Collectors.joining(" "));
    }
}
