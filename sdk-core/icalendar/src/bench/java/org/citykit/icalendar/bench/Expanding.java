package org.citykit.icalendar.bench;

import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.citykit.icalendar.recur.Budget;
import org.citykit.icalendar.recur.Expansion;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The seconds of a rule's occurrences, added up by each contender; rules are parsed before. Not final, because JMH
 * extends it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class Expanding {
    private static final Budget BUDGET = new Budget(10_000_000, 100_000);

    @Param
    public ExpandJob job;

    private RecurrenceSet ours;
    private org.dmfs.rfc5545.recur.RecurrenceRule libRecur;
    private DateTime libRecurStart;
    private biweekly.property.RecurrenceRule biweekly;

    /** What a class made by hand does before it calls the methods; JMH does the same. */
    static Expanding of(ExpandJob job) {
        Expanding expanding = new Expanding();
        expanding.job = job;
        expanding.prepare();
        return expanding;
    }

    @Setup
    public void prepare() {
        ours = RecurrenceSet.from(DateOrDateTime.floating(job.start()))
                .rule(RecurrenceRule.parse(job.rule()))
                .build();
        libRecur = Peers.libRecur(job.rule());
        libRecurStart = Peers.libRecurStart(job.start());
        biweekly = Peers.biweekly(job.rule());
    }

    @Benchmark
    public long citykit() {
        Expansion found = job.isFar()
                ? ours.next(job.from().toInstant(ZoneOffset.UTC), CalendarZone.UTC, 1, BUDGET)
                : ours.first(job.howMany(), BUDGET);
        long sum = 0;
        for (int i = 0; i < found.size(); i++) {
            sum += found.second(i);
        }
        return sum;
    }

    @Benchmark
    public long libRecur() {
        RecurrenceRuleIterator found = libRecur.iterator(libRecurStart);
        if (job.isFar()) {
            found.fastForward(job.from().toEpochSecond(ZoneOffset.UTC) * 1_000);
        }
        return Peers.sum(found, job.howMany());
    }

    @Benchmark
    public long biweekly() {
        return Peers.sum(biweekly, job.start(), job.from(), job.howMany());
    }
}
