package org.citykit.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.citykit.icalendar.recur.Budget;

/**
 * Expands what takes place once and what recurs. Immutable.
 *
 * <p>A stretch has a budget. Every series first gets a small one that ordinary events never use up, so that a series
 * that asks for too much costs only itself; those that did not end share the rest.
 */
final class Expander {
    /** What every series may cost in thirty days, and how many occurrences it may have, before it has to share. */
    private static final Budget ORDINARY = new Budget(20_000, 2_000);
    /** What one series may cost at most. */
    private static final Budget LARGE = new Budget(500_000, 50_000);
    /** What all large series together may cost in thirty days. */
    private static final long WORK = 5_000_000;
    /** How many occurrences all large series together may have in thirty days. */
    private static final int SHARED = 250_000;
    /** How many occurrences there may be in one span, whatever its length. */
    static final int MOST = 2_000_000;

    private static final long THIRTY_DAYS = 30L * 24 * 60 * 60;
    private static final long MOST_TIMES = 20;

    private final List<Series> series;
    private final Single[] singles;
    private final long[] endSoFar;
    private final int[] ranks;
    private final Map<Integer, List<Integer>> singlesOf = new HashMap<>();
    private final Map<Integer, List<Integer>> seriesOf = new HashMap<>();

    /** @param ranks for each event, its place in the order of ids */
    Expander(List<Series> series, List<Single> singles, int[] ranks) {
        this.series = List.copyOf(series);
        this.singles = singles.toArray(Single[]::new);
        this.ranks = ranks;
        Arrays.sort(this.singles, Comparator.comparingLong(Single::start));
        endSoFar = new long[this.singles.length];
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < endSoFar.length; i++) {
            latest = Math.max(latest, this.singles[i].end());
            endSoFar[i] = latest;
            note(singlesOf, this.singles[i].entry(), i);
            note(singlesOf, this.singles[i].master(), i);
        }
        for (int i = 0; i < series.size(); i++) {
            for (int entry : series.get(i).entries()) {
                note(seriesOf, entry, i);
            }
        }
    }

    private static void note(Map<Integer, List<Integer>> map, int entry, int what) {
        if (entry >= 0) {
            map.computeIfAbsent(entry, first -> new ArrayList<>(1)).add(what);
        }
    }

    /** An occurrence as a value. */
    Occurrence occurrence(Stretch stretch, int at) {
        int ref = stretch.ref(at);
        return ref < 0 ? singles[~ref].occurrence() : series.get(ref).occurrence(stretch.local(at));
    }

    /** Everything that meets a span. */
    Stretch expand(Span span) {
        Stretch.Builder into = new Stretch.Builder(span);
        for (int i = firstReaching(span.from()); i < singles.length && singles[i].start() < span.to(); i++) {
            add(i, into);
        }
        expand(IntStream.range(0, series.size()).toArray(), span, into);
        return into.build();
    }

    /** What meets a span of some events, and of what stands for some of their occurrences; costs nothing for the others. */
    Stretch expand(Span span, Set<Integer> entries) {
        Stretch.Builder into = new Stretch.Builder(span);
        Set<Integer> once = new TreeSet<>();
        Set<Integer> recurring = new TreeSet<>();
        for (int entry : entries) {
            once.addAll(singlesOf.getOrDefault(entry, List.of()));
            recurring.addAll(seriesOf.getOrDefault(entry, List.of()));
        }
        once.forEach(single -> add(single, into));
        expand(recurring.stream().mapToInt(Integer::intValue).toArray(), span, into);
        return into.build();
    }

    private void add(int single, Stretch.Builder into) {
        Single one = singles[single];
        into.add(
                one.entry(),
                ~single,
                one.start(),
                one.end(),
                one.start(),
                one.occurrence().isAllDay(),
                ranks[one.entry()]);
    }

    private void expand(int[] which, Span span, Stretch.Builder into) {
        long times = Math.min(MOST_TIMES, Math.max(1, (span.to() - span.from()) / THIRTY_DAYS));
        Budget ordinary = new Budget(
                ORDINARY.work() * times, (int) Math.min(LARGE.occurrences(), ORDINARY.occurrences() * times));
        List<Integer> large = new ArrayList<>();
        for (int one : which) {
            int before = into.size();
            if (before >= MOST) {
                into.truncate();
                return;
            }
            if (collect(one, span, ordinary, into).truncated()) {
                into.cut(before);
                large.add(one);
            }
        }
        long work = WORK * times;
        long most = Math.min(MOST, into.size() + SHARED * times);
        for (int one : large) {
            Budget budget = new Budget(Math.max(ordinary.work(), Math.min(LARGE.work() * times, work)), (int)
                    Math.max(ORDINARY.occurrences(), Math.min(LARGE.occurrences(), most - into.size())));
            Series.Spent spent = collect(one, span, budget, into);
            work -= spent.work();
            if (spent.truncated()) {
                into.truncate();
            }
        }
    }

    private Series.Spent collect(int one, Span span, Budget budget, Stretch.Builder into) {
        return series.get(one).collect(one, span, budget, ranks, into);
    }

    /** The first position before which everything has ended before a moment. */
    private int firstReaching(long from) {
        int low = 0;
        int high = singles.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (endSoFar[middle] < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
