package org.citykit.icalendar.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.citykit.bench.Bench;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;
import org.citykit.icalendar.CalendarDocument;
import org.citykit.icalendar.CalendarReader;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.ReadLimits;
import org.citykit.icalendar.event.VEvent;
import org.citykit.icalendar.recur.Budget;
import org.citykit.icalendar.zone.ZoneResolver;

/** A file made to cost much: read, its events viewed, their first occurrences found. */
final class HostileBench implements Bench {
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 7;
    private static final double GOAL_MILLIS = 50;
    private static final double GOAL_MEBIBYTES = 32;

    private final String id;
    private final String about;
    private final Supplier<byte[]> file;
    private final ReadLimits limits;

    private HostileBench(String id, String about, ReadLimits limits, Supplier<byte[]> file) {
        this.id = id;
        this.about = about;
        this.limits = limits;
        this.file = file;
    }

    static HostileBench zones() {
        return new HostileBench(
                "hostile-zone",
                "a VTIMEZONE that changes its offset each second since 1601",
                ReadLimits.standard(),
                () -> octets("BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Bomb\r\nBEGIN:STANDARD\r\n"
                        + "DTSTART:16010101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\n"
                        + "RRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:1\r\n"
                        + "DTSTART;TZID=Bomb:20260101T090000\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));
    }

    static HostileBench nesting() {
        return new HostileBench(
                "hostile-nesting",
                "100,000 components inside each other",
                ReadLimits.standard(),
                () -> octets("BEGIN:VCALENDAR\r\n" + "BEGIN:X-A\r\n".repeat(100_000) + "END:X-A\r\n".repeat(100_000)
                        + "END:VCALENDAR\r\n"));
    }

    static HostileBench folding() {
        return new HostileBench(
                "hostile-folding",
                "one folded line of 64 MB",
                ReadLimits.standard().withBytes(70L << 20),
                () -> octets("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDESCRIPTION:x\r\n"
                        + (" " + "y".repeat(73) + "\r\n").repeat((64 << 20) / 76)
                        + "END:VEVENT\r\nEND:VCALENDAR\r\n"));
    }

    static HostileBench exceptions() {
        return new HostileBench(
                "hostile-exdates",
                "500,000 EXDATEs, a line each",
                ReadLimits.standard(),
                () -> octets("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260101T000000\r\n"
                        + "RRULE:FREQ=DAILY\r\n"
                        + "EXDATE:20260101T000000\r\n".repeat(500_000)
                        + "END:VEVENT\r\nEND:VCALENDAR\r\n"));
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String about() {
        return about + ": CPU time and allocated octets until it is read, viewed and its first occurrences are known, the"
                + " least of " + ROUNDS + " rounds; the goals are 50 ms and 32 MiB.";
    }

    @Override
    public Measured run() {
        byte[] octets = file.get();
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] millis = new double[ROUNDS];
        double[] mebibytes = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long bytes = thread.getCurrentThreadAllocatedBytes();
            long cpu = thread.getCurrentThreadCpuTime();
            use(octets);
            if (round >= 0) {
                millis[round] = (thread.getCurrentThreadCpuTime() - cpu) / 1e6;
                mebibytes[round] = (thread.getCurrentThreadAllocatedBytes() - bytes) / 1024.0 / 1024.0;
            }
        }
        return new Measured(
                List.of(
                        Result.of(id, "goal-cpu", least(millis), GOAL_MILLIS, "ms CPU", 1),
                        Result.of(id, "goal-heap", least(mebibytes), GOAL_MEBIBYTES, "MiB", 1)),
                "");
    }

    private void use(byte[] octets) {
        CalendarDocument document = CalendarReader.read(octets, limits);
        for (Component calendar : document.calendars()) {
            ZoneResolver zones = ZoneResolver.of(calendar);
            for (Component component : calendar.components("VEVENT")) {
                VEvent.of(component, zones).recurrence().ifPresent(set -> set.first(5, Budget.standard()));
            }
        }
    }

    private static double least(double[] rounds) {
        return Arrays.stream(rounds).min().orElseThrow();
    }
}
