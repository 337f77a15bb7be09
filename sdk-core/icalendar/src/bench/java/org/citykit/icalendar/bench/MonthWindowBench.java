package org.citykit.icalendar.bench;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.citykit.bench.Bench;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;
import org.citykit.icalendar.recur.Budget;
import org.citykit.icalendar.recur.Expansion;
import org.citykit.icalendar.recur.RecurrenceRule;
import org.citykit.icalendar.recur.RecurrenceSet;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** What happens in one month, asked of every one of many events, a third of them weekly. */
final class MonthWindowBench implements Bench {
    private static final int EVENTS = 10_000;
    private static final int WARM_UP = 25;
    private static final int ROUNDS = 12;
    private static final double GOAL_MILLIS = 5;
    private static final double GOAL_PEER = 1.0 / 5;
    private static final String RULE = "FREQ=WEEKLY";
    private static final LocalDateTime FROM = LocalDateTime.of(2026, 9, 1, 0, 0);
    private static final LocalDateTime TO = FROM.plusMonths(1);

    @Override
    public String id() {
        return "month-window";
    }

    @Override
    public String about() {
        return "the occurrences in September 2026 of " + EVENTS + " events that began since 2024, a third of them weekly;"
                + " the least of " + ROUNDS + " rounds in turn. Nobody keeps an index.";
    }

    @Override
    public Measured run() throws Exception {
        List<RecurrenceSet> ours = new ArrayList<>();
        List<LocalDateTime> starts = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            LocalDateTime start =
                    LocalDateTime.of(2024, 1, 1, 8, 0).plusDays(i % 1_000).plusMinutes(30L * (i % 24));
            RecurrenceSet.Builder set =
                    RecurrenceSet.from(DateOrDateTime.of(start.toInstant(ZoneOffset.UTC)));
            ours.add(i % 3 == 0 ? set.rule(RecurrenceRule.parse(RULE)).build() : set.build());
            starts.add(start);
        }
        List<DateTime> libRecurStarts = starts.stream().map(Peers::libRecurStart).toList();
        org.dmfs.rfc5545.recur.RecurrenceRule libRecur = Peers.libRecur(RULE);
        long expected = ours(ours);
        if (expected != libRecur(libRecur, libRecurStarts)) {
            throw new IllegalStateException("The peers find another month.");
        }
        Rounds rounds = Rounds.measure(
                WARM_UP,
                ROUNDS,
                new Rounds.Work("citykit", () -> ours(ours)),
                new Rounds.Work("lib-recur", () -> libRecur(libRecur, libRecurStarts)));
        return new Measured(
                List.of(
                        Result.of(id(), "goal", rounds.least(0), GOAL_MILLIS, "ms", 1),
                        Result.of(id(), "lib-recur", rounds.least(0), rounds.least(1), "ms", GOAL_PEER)),
                rounds.medians() + " There are " + expected + " occurrences.");
    }

    private static long ours(List<RecurrenceSet> events) {
        long count = 0;
        for (RecurrenceSet each : events) {
            Expansion found = each.expand(
                    FROM.toInstant(ZoneOffset.UTC), TO.toInstant(ZoneOffset.UTC), CalendarZone.UTC, Budget.standard());
            count += found.size();
        }
        return count;
    }

    private static long libRecur(org.dmfs.rfc5545.recur.RecurrenceRule rule, List<DateTime> starts) {
        long from = FROM.toEpochSecond(ZoneOffset.UTC) * 1_000;
        long to = TO.toEpochSecond(ZoneOffset.UTC) * 1_000;
        long count = 0;
        for (int i = 0; i < starts.size(); i++) {
            DateTime start = starts.get(i);
            if (i % 3 != 0) {
                count += start.getTimestamp() >= from && start.getTimestamp() < to ? 1 : 0;
                continue;
            }
            RecurrenceRuleIterator found = rule.iterator(start);
            found.fastForward(from);
            while (found.hasNext() && found.nextMillis() < to) {
                count++;
            }
        }
        return count;
    }
}
