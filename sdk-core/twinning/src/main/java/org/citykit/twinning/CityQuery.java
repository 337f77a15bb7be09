package org.citykit.twinning;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.citykit.api.twinning.City;

/**
 * Which places are wanted, in what order. Immutable: every method gives a changed copy.
 *
 * @param text what the place's names must contain, each word of it, in any script; the last word may be unfinished
 * @param countries ISO 3166-1 alpha-2; empty for any
 * @param kinds what it is; empty for any
 * @param related only places with a relation, so that gazetteers stay out
 * @param sort in what order
 * @param language for the order of names
 * @param offset how many to leave out, 0 or more
 * @param limit how many to give at most, 1 to 1,000
 */
public record CityQuery(
        String text,
        Set<String> countries,
        Set<City.Kind> kinds,
        boolean related,
        Sort sort,
        Locale language,
        int offset,
        int limit) {
    /** In what order. */
    public enum Sort {
        /** By name in the query's language. */
        NAME,
        /** Those first that bear the searched name, then those with more relations, then more inhabitants. */
        WEIGHT
    }

    private static final CityQuery ALL = new CityQuery("", Set.of(), Set.of(), false, Sort.NAME, Locale.ROOT, 0, 50);

    public CityQuery {
        text = Bounds.text(text);
        countries = Bounds.countries(countries);
        kinds = Set.copyOf(kinds);
        Bounds.offset(offset);
        Bounds.limit(limit);
    }

    /** All places by name, those of gazetteers included, the first 50. */
    public static CityQuery all() {
        return ALL;
    }

    /** Only those with a name that contains every word. */
    public CityQuery matching(String words) {
        return new CityQuery(words, countries, kinds, related, sort, language, offset, limit);
    }

    /** Only those in one of these countries, by ISO 3166-1 code in either case. */
    public CityQuery inCountries(Collection<String> any) {
        return new CityQuery(text, new TreeSet<>(any), kinds, related, sort, language, offset, limit);
    }

    /** Only those of one of these kinds. */
    public CityQuery ofKinds(Collection<City.Kind> any) {
        return new CityQuery(text, countries, Set.copyOf(any), related, sort, language, offset, limit);
    }

    /** Only those with a relation. */
    public CityQuery withRelations() {
        return new CityQuery(text, countries, kinds, true, sort, language, offset, limit);
    }

    /** In this order. */
    public CityQuery sortedBy(Sort order) {
        return new CityQuery(text, countries, kinds, related, order, language, offset, limit);
    }

    /** With names in this language. */
    public CityQuery in(Locale names) {
        return new CityQuery(text, countries, kinds, related, sort, names, offset, limit);
    }

    /**
     * Only this part of the result.
     *
     * @throws org.citykit.api.InvalidValueException if a number is out of range
     */
    public CityQuery page(int skipped, int most) {
        return new CityQuery(text, countries, kinds, related, sort, language, skipped, most);
    }
}
