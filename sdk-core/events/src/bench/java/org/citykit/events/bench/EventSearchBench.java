package org.citykit.events.bench;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.citykit.api.GeoPoint;
import org.citykit.bench.Bench;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;
import org.citykit.events.EventFacets;
import org.citykit.events.EventIndex;
import org.citykit.events.OccurrenceQuery;
import org.citykit.events.Occurrences;
import org.citykit.events.Surroundings;

/** Words, filters, facets and a window of time over 100,000 occurrences, in one question. */
final class EventSearchBench implements Bench {
    private static final int OCCURRENCES = 100_000;
    private static final int WARM_UP = 3_000;
    private static final int QUESTIONS = 10_000;
    private static final double LIMIT = 5;
    private static final int PAGE = 50;

    @Override
    public String id() {
        return "event-search";
    }

    @Override
    public String about() {
        return "one question to a calendar of at least 100,000 occurrences in a year, 40,680 events in Persian, Arabic"
                + " and English: one or two words, mostly a kind or an audience or a distance, a page of 50 and all"
                + " facets with their counts; `year` over the whole year, `mixed` over months, quarters and years;"
                + " 10,000 questions each after a warm-up, p99 against the goal of 5 ms.";
    }

    @Override
    public Measured run() {
        long begin = System.nanoTime();
        EventIndex index = new BusyYear().index();
        double built = millis(begin);
        begin = System.nanoTime();
        index.prepare(BusyYear.FIRST, BusyYear.FIRST.plusDays(BusyYear.DAYS));
        double prepared = millis(begin);
        int all = window(index, new Random(1), true).find().total();
        if (all < OCCURRENCES) {
            throw new IllegalStateException("only " + all + " occurrences");
        }
        ask(index, new Random(2), WARM_UP, false);
        ask(index, new Random(3), WARM_UP, true);
        double[] mixed = ask(index, new Random(4), QUESTIONS, false);
        double[] year = ask(index, new Random(5), QUESTIONS, true);
        return new Measured(
                List.of(
                        Result.of(id(), "goal-year", percentile(year, 99), LIMIT, "ms, p99", 1),
                        Result.of(id(), "goal-mixed", percentile(mixed, 99), LIMIT, "ms, p99", 1)),
                String.format(
                        Locale.ROOT,
                        "%d occurrences; built in %.0f ms, words and occurrences of the year in %.0f ms more. `year` p50"
                                + " %.2f, p99.9 %.2f ms; `mixed` p50 %.2f, p99.9 %.2f ms.",
                        all,
                        built,
                        prepared,
                        percentile(year, 50),
                        percentile(year, 99.9),
                        percentile(mixed, 50),
                        percentile(mixed, 99.9)));
    }

    private static double[] ask(EventIndex index, Random random, int questions, boolean year) {
        double[] times = new double[questions];
        long found = 0;
        for (int i = 0; i < questions; i++) {
            OccurrenceQuery question = filtered(window(index, random, year), random).limit(PAGE);
            long begin = System.nanoTime();
            Occurrences occurrences = question.find();
            EventFacets facets = question.facets();
            times[i] = millis(begin);
            found += occurrences.total() + facets.places().size();
        }
        if (found < questions) {
            throw new IllegalStateException("the questions found next to nothing: " + found);
        }
        Arrays.sort(times);
        return times;
    }

    private static OccurrenceQuery window(EventIndex index, Random random, boolean year) {
        int days = year ? BusyYear.DAYS : new int[] {30, 91, BusyYear.DAYS}[random.nextInt(3)];
        LocalDate from = BusyYear.FIRST.plusDays(random.nextInt(BusyYear.DAYS - days + 1));
        return index.between(from, from.plusDays(days));
    }

    private static OccurrenceQuery filtered(OccurrenceQuery query, Random random) {
        String words = BusyYear.word(random) + (random.nextInt(3) == 0 ? " " + BusyYear.word(random) : "");
        OccurrenceQuery matching = query.matching(words);
        return switch (random.nextInt(4)) {
            case 0 -> matching.ofKind(BusyYear.KINDS.get(random.nextInt(BusyYear.KINDS.size())));
            case 1 -> matching.forAudiences(Set.of(BusyYear.AUDIENCES.get(random.nextInt(8))));
            case 2 -> matching.near(new Surroundings(new GeoPoint(35.7, 51.4), 2_000 + random.nextInt(8_000)));
            default -> matching;
        };
    }

    private static double percentile(double[] sorted, double percent) {
        return sorted[(int) Math.ceil(sorted.length * percent / 100) - 1];
    }

    private static double millis(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }
}
