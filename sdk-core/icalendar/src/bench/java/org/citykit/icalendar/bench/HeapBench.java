package org.citykit.icalendar.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.citykit.bench.Bench;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;

/** What a calendar that was read keeps on the heap. */
final class HeapBench implements Bench {
    private static final int COPIES = 5;
    private static final double GOAL_BYTES = 1_300;

    @Override
    public String id() {
        return "ical-heap";
    }

    @Override
    public String about() {
        return "the heap that a calendar of " + SampleCalendar.EVENTS + " events keeps once it is read, divided by the"
                + " events; " + COPIES + " copies are read and held, what is in use after a collection is the figure;"
                + " `goal` is 1,300 octets an event.";
    }

    @Override
    public Measured run() throws Exception {
        byte[] file = SampleCalendar.octets(SampleCalendar.EVENTS);
        double ours = held(() -> ParseBench.ours(file));
        return Measured.of(
                Result.of(id(), "goal", ours, GOAL_BYTES, "B an event", 1),
                Result.told(id(), "biweekly", ours, held(() -> ParseBench.biweekly(file)), "B an event"),
                Result.told(id(), "ical4j", ours, held(() -> ParseBench.ical4j(file)), "B an event"));
    }

    private static double held(Callable<?> reading) throws Exception {
        // What is loaded and cached by the first one is not the calendar's.
        List<Object> copies = new ArrayList<>(List.of(reading.call()));
        copies.clear();
        long before = inUse();
        for (int i = 0; i < COPIES; i++) {
            copies.add(reading.call());
        }
        long after = inUse();
        return (double) (after - before) / copies.size() / SampleCalendar.EVENTS;
    }

    private static long inUse() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
