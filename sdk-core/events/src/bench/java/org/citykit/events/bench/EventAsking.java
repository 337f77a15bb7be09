package org.citykit.events.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.citykit.api.GeoPoint;
import org.citykit.events.EventIndex;
import org.citykit.events.OccurrenceQuery;
import org.citykit.events.Surroundings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One question after the other to a full calendar, each sampled. Not final, because JMH extends it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 1, time = 5)
public class EventAsking {
    private static final int QUESTIONS = 10_000;
    private static final int PAGE = 50;

    @Param({"year", "mixed"})
    public String window;

    private List<OccurrenceQuery> questions = List.of();
    private long asked;
    private long found;

    @Setup
    public void prepare() {
        EventIndex index = new BusyYear().index();
        index.prepare(BusyYear.FIRST, BusyYear.FIRST.plusDays(BusyYear.DAYS));
        Random random = new Random(4);
        questions = Stream.generate(() -> filtered(window(index, random), random).limit(PAGE))
                .limit(QUESTIONS)
                .toList();
    }

    @Benchmark
    public long citykit() {
        OccurrenceQuery question = questions.get((int) (asked++ % QUESTIONS));
        int answer =
                question.find().total() + question.facets().places().size();
        found += answer;
        return answer;
    }

    @TearDown
    public void check() {
        if (found < asked) {
            throw new IllegalStateException(asked + " questions found next to nothing: " + found);
        }
    }

    private OccurrenceQuery window(EventIndex index, Random random) {
        int days = window.equals("year") ? BusyYear.DAYS : new int[] {30, 91, BusyYear.DAYS}[random.nextInt(3)];
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
}
