package org.citykit.twinning;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.Dimension;
import org.citykit.api.twinning.Field;
import org.citykit.api.twinning.LifecycleState;

/**
 * Which relations are wanted, in what order. Immutable: every method gives a changed copy.
 *
 * <p>A filter with several values admits relations that have any of them; an empty one admits all. All filters must be
 * met.
 *
 * @param text what names, titles and notes must contain, each word of it, in any script; the last word may be unfinished
 * @param kinds what it is called
 * @param states where it stands
 * @param dimensions in which dimensions something is done
 * @param fields what is done in it
 * @param countries ISO 3166-1 alpha-2 of any side
 * @param city the {@link CityEntry#id} of a side, or empty
 * @param sort in what order
 * @param language for the order of names
 * @param offset how many to leave out, 0 or more
 * @param limit how many to give at most, 1 to 1,000
 */
public record RelationQuery(
        String text,
        Set<AgreementKind> kinds,
        Set<LifecycleState> states,
        Set<Dimension> dimensions,
        Set<Field> fields,
        Set<String> countries,
        String city,
        Sort sort,
        Locale language,
        int offset,
        int limit) {
    /** In what order. */
    public enum Sort {
        /** By the sides' names in the query's language; with a city given, by the other sides' names. */
        NAME,
        /** By date, the oldest first; those without one last. */
        OLDEST,
        /** By date, the newest first; those without one last. */
        NEWEST
    }

    private static final RelationQuery ALL =
            new RelationQuery("", Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), "", Sort.NAME, Locale.ROOT, 0, 50);

    public RelationQuery {
        text = Bounds.text(text);
        kinds = Set.copyOf(kinds);
        states = Set.copyOf(states);
        dimensions = Set.copyOf(dimensions);
        fields = Set.copyOf(fields);
        countries = Bounds.countries(countries);
        Bounds.offset(offset);
        Bounds.limit(limit);
    }

    /** All relations by name, the first 50. */
    public static RelationQuery all() {
        return ALL;
    }

    /** Only those whose names, titles and notes contain every word. */
    public RelationQuery matching(String words) {
        return new RelationQuery(
                words, kinds, states, dimensions, fields, countries, city, sort, language, offset, limit);
    }

    /** Only those called one of these. */
    public RelationQuery ofKind(AgreementKind... any) {
        return ofKinds(Set.of(any));
    }

    /** Only those called one of these. */
    public RelationQuery ofKinds(Collection<AgreementKind> any) {
        return new RelationQuery(
                text, Set.copyOf(any), states, dimensions, fields, countries, city, sort, language, offset, limit);
    }

    /** Only those that stand in one of these states. */
    public RelationQuery inState(LifecycleState... any) {
        return inStates(Set.of(any));
    }

    /** Only those that stand in one of these states. */
    public RelationQuery inStates(Collection<LifecycleState> any) {
        return new RelationQuery(
                text, kinds, Set.copyOf(any), dimensions, fields, countries, city, sort, language, offset, limit);
    }

    /** Only those that bind their sides. */
    public RelationQuery inForce() {
        EnumSet<LifecycleState> binding = EnumSet.allOf(LifecycleState.class);
        binding.removeIf(state -> !state.inForce());
        return inStates(binding);
    }

    /** Only those in one of these dimensions. */
    public RelationQuery inDimensions(Collection<Dimension> any) {
        return new RelationQuery(
                text, kinds, states, Set.copyOf(any), fields, countries, city, sort, language, offset, limit);
    }

    /** Only those in one of these fields. */
    public RelationQuery inFields(Collection<Field> any) {
        return new RelationQuery(
                text, kinds, states, dimensions, Set.copyOf(any), countries, city, sort, language, offset, limit);
    }

    /** Only those with a side in one of these countries, by ISO 3166-1 code in either case. */
    public RelationQuery inCountries(Collection<String> any) {
        return new RelationQuery(
                text, kinds, states, dimensions, fields, new TreeSet<>(any), city, sort, language, offset, limit);
    }

    /** Only those of one city, by its id. */
    public RelationQuery of(String cityId) {
        return new RelationQuery(
                text, kinds, states, dimensions, fields, countries, cityId, sort, language, offset, limit);
    }

    /** In this order. */
    public RelationQuery sortedBy(Sort order) {
        return new RelationQuery(
                text, kinds, states, dimensions, fields, countries, city, order, language, offset, limit);
    }

    /** With names in this language. */
    public RelationQuery in(Locale names) {
        return new RelationQuery(text, kinds, states, dimensions, fields, countries, city, sort, names, offset, limit);
    }

    /**
     * Only this part of the result.
     *
     * @throws org.citykit.api.InvalidValueException if a number is out of range
     */
    public RelationQuery page(int skipped, int most) {
        return new RelationQuery(
                text, kinds, states, dimensions, fields, countries, city, sort, language, skipped, most);
    }
}
