package org.citykit.icalendar.bench;

import biweekly.Biweekly;
import biweekly.ICalendar;
import java.io.ByteArrayInputStream;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.citykit.bench.Bench;
import org.citykit.bench.Contest;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;
import org.citykit.bench.Scores;
import org.citykit.icalendar.CalendarDocument;
import org.citykit.icalendar.CalendarReader;
import org.citykit.icalendar.ReadLimits;

/** Octets to a model of the calendar. */
final class ParseBench implements Bench {
    private static final int ROUNDS = 2;
    private static final double GOAL_BIWEEKLY = 1.0 / 10;
    private static final double GOAL_ICAL4J = 1.0 / 30;

    @Override
    public String id() {
        return "ical-parse";
    }

    @Override
    public String about() {
        return "a calendar of " + SampleCalendar.EVENTS + " events in Persian and Arabic, folded, read from memory into"
                + " the model; JMH, the least iteration of " + ROUNDS + " JVMs for each contender, in turn.";
    }

    @Override
    public Measured run() throws Exception {
        byte[] file = SampleCalendar.octets(SampleCalendar.EVENTS);
        Scores scores =
                Contest.of(Parsing.class, List.of("citykit", "biweekly", "ical4j")).run(ROUNDS);
        double ours = scores.least("citykit");
        return new Measured(
                List.of(
                        Result.of(id(), "biweekly", ours, scores.least("biweekly"), "ms", GOAL_BIWEEKLY),
                        Result.of(id(), "ical4j", ours, scores.least("ical4j"), "ms", GOAL_ICAL4J)),
                scores.told("ms") + " The file has " + file.length + " octets.");
    }

    static CalendarDocument ours(byte[] file) {
        CalendarDocument document = CalendarReader.read(file, ReadLimits.standard());
        checked(document.components("VEVENT").size());
        return document;
    }

    static ICalendar biweekly(byte[] file) throws Exception {
        ICalendar calendar = Biweekly.parse(new ByteArrayInputStream(file)).first();
        checked(calendar.getEvents().size());
        return calendar;
    }

    static Calendar ical4j(byte[] file) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
        checked(calendar.getComponents("VEVENT").size());
        return calendar;
    }

    private static void checked(int events) {
        if (events != SampleCalendar.EVENTS) {
            throw new IllegalStateException("Read " + events + " events.");
        }
    }
}
