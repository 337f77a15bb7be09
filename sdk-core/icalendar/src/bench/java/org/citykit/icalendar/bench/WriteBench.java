package org.citykit.icalendar.bench;

import biweekly.Biweekly;
import biweekly.ICalendar;
import java.io.ByteArrayOutputStream;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import org.citykit.bench.Bench;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;
import org.citykit.icalendar.CalendarDocument;
import org.citykit.icalendar.CalendarWriter;

/** A model of the calendar to octets. */
final class WriteBench implements Bench {
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 12;
    private static final double GOAL = 1.0 / 20;

    @Override
    public String id() {
        return "ical-write";
    }

    @Override
    public String about() {
        return "the model of " + SampleCalendar.EVENTS + " events in Persian and Arabic, written to octets in memory;"
                + " the least of " + ROUNDS + " rounds in turn.";
    }

    @Override
    public Measured run() throws Exception {
        byte[] file = SampleCalendar.octets(SampleCalendar.EVENTS);
        CalendarDocument ours = ParseBench.ours(file);
        ICalendar biweekly = ParseBench.biweekly(file);
        Calendar ical4j = ParseBench.ical4j(file);
        Rounds rounds = Rounds.measure(
                WARM_UP,
                ROUNDS,
                new Rounds.Work("citykit", () -> CalendarWriter.write(ours.calendars())),
                new Rounds.Work("biweekly", () -> biweekly(biweekly)),
                new Rounds.Work("ical4j", () -> ical4j(ical4j)));
        return new Measured(
                List.of(
                        Result.of(id(), "biweekly", rounds.least(0), rounds.least(1), "ms", GOAL),
                        Result.of(id(), "ical4j", rounds.least(0), rounds.least(2), "ms", GOAL)),
                rounds.medians());
    }

    private static byte[] biweekly(ICalendar calendar) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        Biweekly.write(calendar).go(out);
        return out.toByteArray();
    }

    private static byte[] ical4j(Calendar calendar) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        new CalendarOutputter(false).output(calendar, out);
        return out.toByteArray();
    }
}
