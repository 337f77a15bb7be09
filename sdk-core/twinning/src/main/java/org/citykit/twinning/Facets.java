package org.citykit.twinning;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.Dimension;
import org.citykit.api.twinning.Field;
import org.citykit.api.twinning.LifecycleState;

/**
 * How many relations of a query there would be under each choice of one filter, the query's other filters being kept.
 * Choices without a relation are absent.
 *
 * @param kinds by kind
 * @param states by state
 * @param dimensions by dimension
 * @param fields by field
 * @param countries by ISO 3166-1 code of any side; sides without a known country do not count
 */
public record Facets(
        Map<AgreementKind, Integer> kinds,
        Map<LifecycleState, Integer> states,
        Map<Dimension, Integer> dimensions,
        Map<Field, Integer> fields,
        Map<String, Integer> countries) {
    public Facets {
        kinds = ordered(AgreementKind.class, kinds);
        states = ordered(LifecycleState.class, states);
        dimensions = ordered(Dimension.class, dimensions);
        fields = ordered(Field.class, fields);
        countries = Collections.unmodifiableMap(new TreeMap<>(countries));
    }

    private static <E extends Enum<E>> Map<E, Integer> ordered(Class<E> type, Map<E, Integer> counts) {
        Map<E, Integer> copy = new EnumMap<>(type);
        copy.putAll(counts);
        return Collections.unmodifiableMap(copy);
    }
}
