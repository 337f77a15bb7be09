package org.citykit.twinning;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citykit.text.Folding;
import org.citykit.text.SearchWords;

/** Answers questions about places. Immutable and thread-safe. */
final class CitySearch {
    /** Where so many places match, hardly anything has been typed yet, and whole names are not compared. */
    private static final int MOST_COMPARED = 5_000;

    private final PlaceBook book;

    CitySearch(PlaceBook book) {
        this.book = book;
    }

    Page<CityEntry> find(CityQuery query) {
        SearchWords words = SearchWords.of(query.text());
        List<Integer> found = found(query, words).stream().boxed().toList();
        List<CityEntry> page = found.stream()
                .sorted(order(query, words, found))
                .skip(query.offset())
                .limit(query.limit())
                .map(book::entry)
                .toList();
        return new Page<>(page, found.size(), query.offset(), query.limit());
    }

    private BitSet found(CityQuery query, SearchWords words) {
        if (words.isEmpty() && !query.text().isBlank()) {
            return new BitSet();
        }
        int count = query.related() ? book.used() : book.size();
        BitSet found = new BitSet(count);
        if (words.isEmpty()) {
            found.set(0, count);
        } else {
            found.or(words.find((word, unfinished) -> book.holders(word, unfinished, !query.related())));
        }
        found.stream().filter(number -> !admits(query, number)).forEach(found::clear);
        return found;
    }

    private boolean admits(CityQuery query, int number) {
        Place place = book.place(number);
        return (!query.related() || book.relationCount(number) > 0)
                && (query.countries().isEmpty() || query.countries().contains(place.country()))
                && (query.kinds().isEmpty() || query.kinds().contains(place.kind()));
    }

    private Comparator<Integer> order(CityQuery query, SearchWords words, List<Integer> found) {
        boolean usedOnly = found.isEmpty() || found.get(found.size() - 1) < book.used();
        int[] order = book.order(query.language(), !usedOnly);
        Comparator<Integer> byName = Comparator.comparingInt(number -> order[number]);
        return switch (query.sort()) {
            case NAME -> byName;
            case WEIGHT -> byWeight(words, found).thenComparing(byName);
        };
    }

    private Comparator<Integer> byWeight(SearchWords words, List<Integer> found) {
        double[] inhabitants = new double[book.size()];
        found.forEach(number -> inhabitants[number] = book.place(number).population());
        Set<Integer> named = namedExactly(words, found);
        return Comparator.comparing((Integer number) -> !named.contains(number))
                .thenComparing(Comparator.comparingInt(book::relationCount).reversed())
                .thenComparing(Comparator.comparingDouble((Integer number) -> inhabitants[number])
                        .reversed());
    }

    private Set<Integer> namedExactly(SearchWords words, List<Integer> found) {
        Set<Integer> named = new HashSet<>();
        if (!words.isEmpty() && found.size() <= MOST_COMPARED) {
            for (Integer number : found) {
                book.place(number).names(name -> {
                    if (Folding.key(name).equals(words.key())) {
                        named.add(number);
                    }
                });
            }
        }
        return named;
    }
}
