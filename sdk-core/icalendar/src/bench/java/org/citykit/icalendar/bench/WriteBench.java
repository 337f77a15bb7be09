package org.citykit.icalendar.bench;

import java.util.List;
import org.citykit.bench.Bench;
import org.citykit.bench.Contest;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;
import org.citykit.bench.Scores;

/** A model of the calendar to octets. */
final class WriteBench implements Bench {
    private static final int ROUNDS = 2;
    private static final double GOAL = 1.0 / 20;

    @Override
    public String id() {
        return "ical-write";
    }

    @Override
    public String about() {
        return "the model of " + SampleCalendar.EVENTS + " events in Persian and Arabic, written to octets in memory;"
                + " JMH, the least iteration of " + ROUNDS + " JVMs for each contender, in turn.";
    }

    @Override
    public Measured run() throws Exception {
        check();
        Scores scores =
                Contest.of(Writing.class, List.of("citykit", "biweekly", "ical4j")).run(ROUNDS);
        double ours = scores.least("citykit");
        return new Measured(
                List.of(
                        Result.of(id(), "biweekly", ours, scores.least("biweekly"), "ms", GOAL),
                        Result.of(id(), "ical4j", ours, scores.least("ical4j"), "ms", GOAL)),
                scores.told("ms"));
    }

    /** Everybody writes every event; the reading counts them. */
    private static void check() throws Exception {
        Writing writing = new Writing();
        ParseBench.ours(writing.citykit(new Writing.Ours()));
        Writing.OfBiweekly biweekly = new Writing.OfBiweekly();
        biweekly.prepare();
        ParseBench.ours(writing.biweekly(biweekly));
        Writing.OfIcal4j ical4j = new Writing.OfIcal4j();
        ical4j.prepare();
        ParseBench.ours(writing.ical4j(ical4j));
    }
}
