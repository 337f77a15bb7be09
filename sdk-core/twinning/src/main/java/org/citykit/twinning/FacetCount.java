package org.citykit.twinning;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.Dimension;
import org.citykit.api.twinning.Field;
import org.citykit.api.twinning.LifecycleState;

/** Checks relations against the filters of a query, and counts what each filter's other choices would give. */
final class FacetCount {
    private final RelationQuery query;
    private final Map<AgreementKind, Integer> kinds = new EnumMap<>(AgreementKind.class);
    private final Map<LifecycleState, Integer> states = new EnumMap<>(LifecycleState.class);
    private final Map<Dimension, Integer> dimensions = new EnumMap<>(Dimension.class);
    private final Map<Field, Integer> fields = new EnumMap<>(Field.class);
    private final Map<String, Integer> countries = new TreeMap<>();

    FacetCount(RelationQuery query) {
        this.query = query;
    }

    /** True if a relation meets every filter but text and city. */
    static boolean admits(RelationQuery query, Relation relation) {
        return meets(query.states(), Set.of(relation.state()))
                && (query.kinds().isEmpty() || meets(query.kinds(), relation.kinds()))
                && (query.dimensions().isEmpty()
                        || meets(query.dimensions(), relation.dimensions().keySet()))
                && (query.fields().isEmpty() || meets(query.fields(), relation.fields()))
                && (query.countries().isEmpty() || meets(query.countries(), countries(relation)));
    }

    void add(Relation relation) {
        Set<AgreementKind> itsKinds = relation.kinds();
        Set<LifecycleState> itsState = Set.of(relation.state());
        Set<Dimension> itsDimensions = relation.dimensions().keySet();
        Set<Field> itsFields = relation.fields();
        Set<String> itsCountries = countries(relation);
        boolean[] met = {
            meets(query.kinds(), itsKinds),
            meets(query.states(), itsState),
            meets(query.dimensions(), itsDimensions),
            meets(query.fields(), itsFields),
            meets(query.countries(), itsCountries)
        };
        count(met, 0, kinds, itsKinds);
        count(met, 1, states, itsState);
        count(met, 2, dimensions, itsDimensions);
        count(met, 3, fields, itsFields);
        count(met, 4, countries, itsCountries);
    }

    Facets facets() {
        return new Facets(kinds, states, dimensions, fields, countries);
    }

    private static <T> void count(boolean[] met, int own, Map<T, Integer> counts, Set<T> values) {
        for (int filter = 0; filter < met.length; filter++) {
            if (filter != own && !met[filter]) {
                return;
            }
        }
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
    }

    private static <T> boolean meets(Set<T> wanted, Collection<T> values) {
        return wanted.isEmpty() || !Collections.disjoint(wanted, values);
    }

    private static Set<String> countries(Relation relation) {
        Set<String> codes = new TreeSet<>();
        relation.sides().stream()
                .map(CityEntry::country)
                .filter(code -> !code.isEmpty())
                .forEach(codes::add);
        return codes;
    }
}
