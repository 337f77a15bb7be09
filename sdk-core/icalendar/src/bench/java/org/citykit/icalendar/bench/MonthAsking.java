package org.citykit.icalendar.bench;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.citykit.icalendar.recur.Budget;
import org.citykit.icalendar.recur.RecurrenceRule;
import org.citykit.icalendar.recur.RecurrenceSet;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The occurrences of one month, counted event by event, by each contender. Not final, because JMH extends it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class MonthAsking {
    static final int EVENTS = 10_000;

    private static final String RULE = "FREQ=WEEKLY";
    private static final LocalDateTime FROM = LocalDateTime.of(2026, 9, 1, 0, 0);
    private static final LocalDateTime TO = FROM.plusMonths(1);

    private final List<RecurrenceSet> ours = new ArrayList<>();
    private final List<DateTime> libRecurStarts = new ArrayList<>();
    private final org.dmfs.rfc5545.recur.RecurrenceRule libRecur = Peers.libRecur(RULE);

    public MonthAsking() {
        for (int i = 0; i < EVENTS; i++) {
            LocalDateTime start =
                    LocalDateTime.of(2024, 1, 1, 8, 0).plusDays(i % 1_000).plusMinutes(30L * (i % 24));
            RecurrenceSet.Builder set = RecurrenceSet.from(DateOrDateTime.of(start.toInstant(ZoneOffset.UTC)));
            ours.add(
                    isWeekly(i) ? set.rule(RecurrenceRule.parse(RULE)).build() : set.build());
            libRecurStarts.add(Peers.libRecurStart(start));
        }
    }

    private static boolean isWeekly(int event) {
        return event % 3 == 0;
    }

    @Benchmark
    public long citykit() {
        Instant from = FROM.toInstant(ZoneOffset.UTC);
        Instant to = TO.toInstant(ZoneOffset.UTC);
        Budget budget = Budget.standard();
        long count = 0;
        for (RecurrenceSet each : ours) {
            count += each.expand(from, to, CalendarZone.UTC, budget).size();
        }
        return count;
    }

    @Benchmark
    public long libRecur() {
        long from = FROM.toEpochSecond(ZoneOffset.UTC) * 1_000;
        long to = TO.toEpochSecond(ZoneOffset.UTC) * 1_000;
        long count = 0;
        for (int i = 0; i < EVENTS; i++) {
            DateTime start = libRecurStarts.get(i);
            if (isWeekly(i)) {
                RecurrenceRuleIterator found = libRecur.iterator(start);
                found.fastForward(from);
                while (found.hasNext() && found.nextMillis() < to) {
                    count++;
                }
            } else {
                count += start.getTimestamp() >= from && start.getTimestamp() < to ? 1 : 0;
            }
        }
        return count;
    }
}
