package org.citykit.twinning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.citykit.api.Text;
import org.citykit.text.SearchWords;
import org.citykit.text.TokenIndex;

/** Answers questions about relations. Immutable and thread-safe; word lists are made when first needed. */
final class RelationSearch {
    private final List<Relation> relations;
    private final PlaceBook book;
    private final int[][] sides;
    private final List<BitSet> ofPlace;
    private final long[] since;
    private final Lazy<TokenIndex> texts;

    RelationSearch(Collection<Relation> all, PlaceBook book) {
        relations = List.copyOf(all);
        this.book = book;
        sides = new int[relations.size()][];
        since = new long[relations.size()];
        Map<Integer, BitSet> byPlace = new HashMap<>();
        for (int number = 0; number < relations.size(); number++) {
            Relation relation = relations.get(number);
            sides[number] = relation.sides().stream().mapToInt(book::number).toArray();
            since[number] = earliest(relation).orElse(Long.MAX_VALUE);
            for (int side : sides[number]) {
                byPlace.computeIfAbsent(side, place -> new BitSet()).set(number);
            }
        }
        List<BitSet> ordered = new ArrayList<>();
        for (int place = 0; place < book.used(); place++) {
            ordered.add(byPlace.getOrDefault(place, new BitSet()));
        }
        ofPlace = List.copyOf(ordered);
        texts = new Lazy<>(this::makeTexts);
    }

    Page<Relation> find(RelationQuery query) {
        List<Integer> found = numbers(query);
        List<Relation> page = found.stream()
                .sorted(order(query))
                .skip(query.offset())
                .limit(query.limit())
                .map(relations::get)
                .toList();
        return new Page<>(page, found.size(), query.offset(), query.limit());
    }

    /** All relations of a query, on whatever page, by id. */
    List<Relation> all(RelationQuery query) {
        return numbers(query).stream().map(relations::get).toList();
    }

    Facets facets(RelationQuery query) {
        FacetCount count = new FacetCount(query);
        candidates(query).stream().mapToObj(relations::get).forEach(count::add);
        return count.facets();
    }

    private List<Integer> numbers(RelationQuery query) {
        return candidates(query).stream()
                .filter(number -> FacetCount.admits(query, relations.get(number)))
                .boxed()
                .toList();
    }

    /** Those that meet the text and the city, the other filters not yet looked at. */
    private BitSet candidates(RelationQuery query) {
        BitSet found = new BitSet(relations.size());
        found.set(0, relations.size());
        SearchWords words = SearchWords.of(query.text());
        if (!words.isEmpty()) {
            found.and(words.find(this::holders));
        } else if (!query.text().isBlank()) {
            found.clear();
        }
        if (!query.city().isEmpty()) {
            int city = book.find(query.city());
            found.and(city < 0 ? new BitSet() : ofPlace.get(city));
        }
        return found;
    }

    private BitSet holders(String word, boolean unfinished) {
        BitSet found = new BitSet(relations.size());
        texts.get().collect(word, unfinished, found);
        book.holders(word, unfinished, false).stream().forEach(place -> found.or(ofPlace.get(place)));
        return found;
    }

    private Comparator<Integer> order(RelationQuery query) {
        int[] order = book.order(query.language(), false);
        int city = query.city().isEmpty() ? -1 : book.find(query.city());
        Map<Integer, int[]> keys = new HashMap<>();
        Function<Integer, int[]> key = number -> keys.computeIfAbsent(number, n -> nameKey(n, order, city));
        Comparator<Integer> byName =
                Comparator.comparing(key, Arrays::compare).thenComparing(Comparator.naturalOrder());
        return switch (query.sort()) {
            case NAME -> byName;
            case OLDEST ->
                Comparator.comparingLong((Integer number) -> since[number]).thenComparing(byName);
            case NEWEST ->
                Comparator.comparingLong((Integer number) -> newestFirst(since[number]))
                        .thenComparing(byName);
        };
    }

    private static long newestFirst(long day) {
        return day == Long.MAX_VALUE ? Long.MAX_VALUE : -day;
    }

    private int[] nameKey(int number, int[] order, int city) {
        return Arrays.stream(sides[number])
                .filter(side -> side != city)
                .map(side -> order[side])
                .toArray();
    }

    private static OptionalLong earliest(Relation relation) {
        return relation.statements().stream()
                .flatMap(said -> said.statement().since().stream())
                .mapToLong(date -> DaySpan.of(date).first())
                .min();
    }

    private TokenIndex makeTexts() {
        TokenIndex.Builder builder = new TokenIndex.Builder();
        for (int number = 0; number < relations.size(); number++) {
            int document = number;
            words(
                    relations.get(number),
                    text -> text.texts().values().forEach(wording -> builder.add(document, wording)));
        }
        return builder.build();
    }

    private static void words(Relation relation, Consumer<Text> to) {
        relation.agreements().forEach(agreement -> agreement.value().title().ifPresent(to));
        relation.statements().forEach(said -> said.statement().note().ifPresent(to));
        relation.lifecycle().forEach(step -> step.value().note().ifPresent(to));
        relation.activities().forEach(activity -> to.accept(activity.value().title()));
        relation.documents().forEach(document -> to.accept(document.value().title()));
    }
}
