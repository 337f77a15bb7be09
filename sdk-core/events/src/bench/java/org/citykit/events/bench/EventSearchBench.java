package org.citykit.events.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citykit.bench.Bench;
import org.citykit.bench.Contest;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;
import org.citykit.bench.Scores;
import org.citykit.events.EventIndex;

/** Words, filters, facets and a window of time over 100,000 occurrences, in one question. */
final class EventSearchBench implements Bench {
    private static final int OCCURRENCES = 100_000;
    private static final int ROUNDS = 2;
    private static final double LIMIT = 5;

    @Override
    public String id() {
        return "event-search";
    }

    @Override
    public String about() {
        return "one question to a calendar of at least 100,000 occurrences in a year, 40,680 events in Persian, Arabic"
                + " and English: one or two words, mostly a kind or an audience or a distance, a page of 50 and all"
                + " facets with their counts; `year` over the whole year, `mixed` over months, quarters and years; JMH"
                + " samples each question of some seconds, p99 of the better of " + ROUNDS + " JVMs against the goal of"
                + " 5 ms.";
    }

    @Override
    public Measured run() throws Exception {
        String details = size();
        List<Result> results = new ArrayList<>();
        for (String window : List.of("year", "mixed")) {
            Scores scores =
                    Contest.of(EventAsking.class, List.of("citykit")).with("window", window).run(ROUNDS);
            results.add(Result.of(
                    id(), "goal-" + window, scores.percentile("citykit", 99), LIMIT, "ms, p99", 1));
            details += String.format(
                    Locale.ROOT,
                    " `%s` p50 %.2f, p99.9 %.2f ms.",
                    window,
                    scores.percentile("citykit", 50),
                    scores.percentile("citykit", 99.9));
        }
        return new Measured(results, details);
    }

    private static String size() {
        LocalDate end = BusyYear.FIRST.plusDays(BusyYear.DAYS);
        long begin = System.nanoTime();
        EventIndex index = new BusyYear().index();
        double built = millis(begin);
        begin = System.nanoTime();
        index.prepare(BusyYear.FIRST, end);
        double prepared = millis(begin);
        int all = index.between(BusyYear.FIRST, end).find().total();
        if (all < OCCURRENCES) {
            throw new IllegalStateException("only " + all + " occurrences");
        }
        return String.format(
                Locale.ROOT,
                "%d occurrences; built in %.0f ms, words and occurrences of the year in %.0f ms more.",
                all,
                built,
                prepared);
    }

    private static double millis(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }
}
