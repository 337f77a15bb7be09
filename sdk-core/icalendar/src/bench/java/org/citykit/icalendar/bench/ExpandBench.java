package org.citykit.icalendar.bench;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.citykit.bench.Bench;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;
import org.citykit.icalendar.recur.Budget;
import org.citykit.icalendar.recur.Expansion;
import org.citykit.icalendar.recur.RecurrenceRule;
import org.citykit.icalendar.recur.RecurrenceSet;
import org.citykit.icalendar.time.CalendarZone;
import org.citykit.icalendar.time.DateOrDateTime;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** One rule, expanded from its start or from a moment long after it; everybody must find the same seconds. */
final class ExpandBench implements Bench {
    private static final int WARM_UP = 12;
    private static final int ROUNDS = 9;
    private static final Budget BUDGET = new Budget(10_000_000, 100_000);
    private static final double MICROS = 1_000;
    private static final LocalDateTime LATER = LocalDateTime.of(2026, 9, 1, 0, 0);

    private final String id;
    private final String about;
    private final List<Job> jobs;

    private ExpandBench(String id, String about, List<Job> jobs) {
        this.id = id;
        this.about = about;
        this.jobs = jobs;
    }

    /** One expansion: how many occurrences of a rule, from a moment on. */
    private record Job(String name, String rule, LocalDateTime start, LocalDateTime from, int howMany, int repeats) {}

    static ExpandBench dense() {
        LocalDateTime start = LocalDateTime.of(2000, 1, 1, 9, 0);
        return new ExpandBench(
                "expand-dense",
                "all occurrences of a rule from its start, as seconds",
                List.of(
                        new Job("daily-10000", "FREQ=DAILY;COUNT=10000", start, start, 10_000, 50),
                        new Job("monthly-1000", "FREQ=MONTHLY;BYDAY=1FR,3FR;COUNT=1000", start, start, 1_000, 50),
                        new Job("yearly-400", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;COUNT=400", start, start, 400, 50)));
    }

    static ExpandBench far() {
        return new ExpandBench(
                "expand-far",
                "the first occurrence since September 2026 of a rule that began long ago",
                List.of(
                        far("weekly-1990", "FREQ=WEEKLY", 1990, 500),
                        far("hourly-2000", "FREQ=HOURLY", 2000, 20),
                        far("secondly-2020", "FREQ=SECONDLY", 2020, 1),
                        far("minutely-by-2000", "FREQ=MINUTELY;BYMONTH=1;BYHOUR=9", 2000, 10)));
    }

    private static Job far(String name, String rule, int year, int repeats) {
        return new Job(name, rule, LocalDateTime.of(year, 1, 1, 9, 0), LATER, 1, repeats);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String about() {
        return about + "; the least of " + ROUNDS + " rounds in turn.";
    }

    @Override
    public Measured run() throws Exception {
        List<Result> results = new ArrayList<>();
        for (Job job : jobs) {
            measure(job, results);
        }
        return new Measured(results, "");
    }

    private void measure(Job job, List<Result> results) throws Exception {
        RecurrenceSet ours = RecurrenceSet.from(DateOrDateTime.floating(job.start()))
                .rule(RecurrenceRule.parse(job.rule()))
                .build();
        org.dmfs.rfc5545.recur.RecurrenceRule libRecur = Peers.libRecur(job.rule());
        DateTime libRecurStart = Peers.libRecurStart(job.start());
        long from = job.from().toEpochSecond(ZoneOffset.UTC);
        biweekly.property.RecurrenceRule biweekly = Peers.biweekly(job.rule());
        Callable<Long> ourWork = () -> ours(ours, job);
        Callable<Long> libRecurWork = () -> {
            RecurrenceRuleIterator found = libRecur.iterator(libRecurStart);
            if (job.from().isAfter(job.start())) {
                found.fastForward(from * 1_000);
            }
            return Peers.sum(found, job.howMany());
        };
        Callable<Long> biweeklyWork = () -> Peers.sum(biweekly, job.start(), job.from(), job.howMany());
        long found = ourWork.call();
        // From a later moment on, biweekly counts hours from another hour.
        same(job, found, libRecurWork.call(), id.equals("expand-far") ? found : biweeklyWork.call());
        int ourRepeats = Math.max(200, job.repeats());
        Rounds rounds = Rounds.measure(
                WARM_UP,
                ROUNDS,
                new Rounds.Work("citykit", repeated(ourWork, ourRepeats)),
                new Rounds.Work("lib-recur", repeated(libRecurWork, job.repeats())),
                new Rounds.Work("biweekly", repeated(biweeklyWork, job.repeats())));
        double we = rounds.least(0) * MICROS / ourRepeats;
        double lib = rounds.least(1) * MICROS / job.repeats();
        double bi = rounds.least(2) * MICROS / job.repeats();
        if (id.equals("expand-far")) {
            results.add(Result.of(id + " " + job.name(), "goal", we, 2, "µs", 1));
            results.add(Result.told(id + " " + job.name(), "lib-recur", we, lib, "µs"));
        } else {
            results.add(Result.of(id + " " + job.name(), "lib-recur", we, lib, "µs", 1));
        }
        results.add(Result.told(id + " " + job.name(), "biweekly", we, bi, "µs"));
    }

    private static long ours(RecurrenceSet set, Job job) {
        Expansion found = job.from().isAfter(job.start())
                ? set.next(job.from().toInstant(ZoneOffset.UTC), CalendarZone.UTC, 1, BUDGET)
                : set.first(job.howMany(), BUDGET);
        long sum = 0;
        for (int i = 0; i < found.size(); i++) {
            sum += found.second(i);
        }
        return sum;
    }

    private static void same(Job job, long ours, long libRecur, long biweekly) {
        if (ours != libRecur || ours != biweekly) {
            throw new IllegalStateException(job.name() + " differs: " + ours + ", " + libRecur + ", " + biweekly);
        }
    }

    private static Callable<Long> repeated(Callable<Long> work, int times) {
        return () -> {
            long sum = 0;
            for (int i = 0; i < times; i++) {
                sum += work.call();
            }
            return sum;
        };
    }
}
