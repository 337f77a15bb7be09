package org.citykit.twinning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.citykit.text.Alphabet;
import org.citykit.text.TokenIndex;

/**
 * All places, numbered: first those that an agreement or network names, then those that only a gazetteer knows. The
 * latter cost a query of relations nothing. Immutable and thread-safe; word lists and orders are made when first needed.
 */
final class PlaceBook {
    private static final int MOST_ORDERS = 16;

    private final List<Place> places;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Place, CityEntry> entries;
    private final Places ids;
    private final int used;
    private final int[] relationCounts;
    private final Lazy<TokenIndex> usedNames;
    private final Lazy<TokenIndex> otherNames;
    private final Map<String, int[]> orders = new ConcurrentHashMap<>();

    PlaceBook(Places ids, Map<Place, CityEntry> entries) {
        this.ids = ids;
        this.entries = entries;
        List<Place> numbered = new ArrayList<>(ids.used());
        numbered.sort(Comparator.comparing(ids::id));
        used = numbered.size();
        ids.all().stream().filter(place -> !place.isUsed()).forEach(numbered::add);
        places = List.copyOf(numbered);
        relationCounts = new int[used];
        for (int number = 0; number < used; number++) {
            relationCounts[number] = entry(number).relationCount();
            numbers.put(ids.id(places.get(number)), number);
        }
        usedNames = new Lazy<>(() -> names(0, used));
        otherNames = new Lazy<>(() -> names(used, places.size()));
    }

    int size() {
        return places.size();
    }

    /** How many are named by an agreement or network; they have the lowest numbers. */
    int used() {
        return used;
    }

    /** The number of a place that an agreement or network names. */
    int number(CityEntry entry) {
        return numbers.getOrDefault(entry.id(), -1);
    }

    /** The number of a used place by any of its ids, or -1. */
    int find(String id) {
        return ids.find(id)
                .map(place -> numbers.getOrDefault(ids.id(place), -1))
                .orElse(-1);
    }

    Place place(int number) {
        return places.get(number);
    }

    CityEntry entry(int number) {
        return entry(places.get(number));
    }

    CityEntry entry(Place place) {
        CityEntry known = entries.get(place);
        return known != null ? known : CityEntries.entry(ids.id(place), place, 0);
    }

    String id(int number) {
        return ids.id(places.get(number));
    }

    int relationCount(int number) {
        return number < used ? relationCounts[number] : 0;
    }

    /** The places with a word in one of their names. */
    BitSet holders(String word, boolean unfinished, boolean gazetteersToo) {
        BitSet found = new BitSet();
        usedNames.get().collect(word, unfinished, found);
        if (gazetteersToo && used < places.size()) {
            otherNames.get().collect(word, unfinished, found);
        }
        return found;
    }

    /** The place of each number in the alphabetical order of a language; of used places only, or of all. */
    int[] order(Locale language, boolean gazetteersToo) {
        int count = gazetteersToo ? places.size() : used;
        String key = language.toLanguageTag() + "/" + count;
        int[] known = orders.get(key);
        if (known != null) {
            return known;
        }
        int[] made = makeOrder(language, count);
        if (orders.size() < MOST_ORDERS) {
            orders.put(key, made);
        }
        return made;
    }

    private int[] makeOrder(Locale language, int count) {
        Alphabet alphabet = Alphabet.of(language);
        String[] keys = new String[count];
        Integer[] sorted = new Integer[count];
        for (int number = 0; number < count; number++) {
            keys[number] = alphabet.key(CityEntries.name(places.get(number)).in(language));
            sorted[number] = number;
        }
        Arrays.sort(
                sorted,
                Comparator.comparing((Integer number) -> keys[number])
                        .thenComparing(number -> ids.id(places.get(number))));
        int[] order = new int[count];
        for (int rank = 0; rank < count; rank++) {
            order[sorted[rank]] = rank;
        }
        return order;
    }

    private TokenIndex names(int from, int to) {
        TokenIndex.Builder builder = new TokenIndex.Builder();
        for (int number = from; number < to; number++) {
            int document = number;
            places.get(number).names(name -> builder.add(document, name));
        }
        return builder.build();
    }
}
