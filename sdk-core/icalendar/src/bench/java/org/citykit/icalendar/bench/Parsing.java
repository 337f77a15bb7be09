package org.citykit.icalendar.bench;

import biweekly.ICalendar;
import java.util.concurrent.TimeUnit;
import net.fortuna.ical4j.model.Calendar;
import org.citykit.icalendar.CalendarDocument;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Octets to a model of the calendar, by each contender. Not final, because JMH extends it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 1, time = 3)
@Measurement(iterations = 4, time = 1)
public class Parsing {
    private final byte[] file = SampleCalendar.octets(SampleCalendar.EVENTS);

    @Benchmark
    public CalendarDocument citykit() {
        return ParseBench.ours(file);
    }

    @Benchmark
    public ICalendar biweekly() throws Exception {
        return ParseBench.biweekly(file);
    }

    @Benchmark
    public Calendar ical4j() throws Exception {
        return ParseBench.ical4j(file);
    }
}
