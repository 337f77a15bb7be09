package org.citykit.icalendar.bench;

import biweekly.Biweekly;
import biweekly.ICalendar;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeUnit;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import org.citykit.icalendar.CalendarDocument;
import org.citykit.icalendar.CalendarWriter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A model of the calendar to octets, by each contender; each reads its own model first. Not final, as JMH wants. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 1, time = 3)
@Measurement(iterations = 4, time = 1)
public class Writing {
    /** Ours. */
    @State(Scope.Thread)
    public static class Ours {
        private final CalendarDocument read = ParseBench.ours(SampleCalendar.octets(SampleCalendar.EVENTS));
    }

    /** Of biweekly. */
    @State(Scope.Thread)
    public static class OfBiweekly {
        private ICalendar read;

        @Setup
        public void prepare() throws Exception {
            read = ParseBench.biweekly(SampleCalendar.octets(SampleCalendar.EVENTS));
        }
    }

    /** Of ical4j. */
    @State(Scope.Thread)
    public static class OfIcal4j {
        private Calendar read;

        @Setup
        public void prepare() throws Exception {
            read = ParseBench.ical4j(SampleCalendar.octets(SampleCalendar.EVENTS));
        }
    }

    @Benchmark
    public byte[] citykit(Ours ours) {
        return CalendarWriter.write(ours.read.calendars());
    }

    @Benchmark
    public byte[] biweekly(OfBiweekly biweekly) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        Biweekly.write(biweekly.read).go(out);
        return out.toByteArray();
    }

    @Benchmark
    public byte[] ical4j(OfIcal4j ical4j) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        new CalendarOutputter(false).output(ical4j.read, out);
        return out.toByteArray();
    }
}
