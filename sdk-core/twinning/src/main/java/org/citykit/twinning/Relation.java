package org.citykit.twinning;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.citykit.api.Figure;
import org.citykit.api.Text;
import org.citykit.api.twinning.Activity;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.Dimension;
import org.citykit.api.twinning.Document;
import org.citykit.api.twinning.Field;
import org.citykit.api.twinning.LifecycleState;
import org.citykit.api.twinning.LifecycleStep;
import org.citykit.api.twinning.NationalCoordination;

/**
 * A relation between places, merged from all agreements of all registries that have the same sides and kinds that can
 * be the same. What each registry holds stays whole in {@link #agreements}; the other methods read it from there.
 *
 * @param id stable and fit for a URL path without escaping, for example {@code wikidata-Q3616~wikidata-Q84}
 * @param sides its sides, in the order of its first agreement; fewer than its parties if several are one place
 * @param agreements the registries' own records, whole, by module; at least one
 * @param statements every statement, by module; at least one
 * @param state where it stands, by the latest or else the most explicit source
 * @param contradictions the points on which the sources do not agree
 */
public record Relation(
        String id,
        List<CityEntry> sides,
        List<Sourced<Agreement>> agreements,
        List<SourcedStatement> statements,
        LifecycleState state,
        List<Contradiction> contradictions) {
    public Relation {
        sides = List.copyOf(sides);
        agreements = List.copyOf(agreements);
        statements = List.copyOf(statements);
        contradictions = List.copyOf(contradictions);
    }

    /** What the registries file it under: that of the first agreement. */
    public AgreementKind kind() {
        return agreements.get(0).value().kind();
    }

    /** Everything that the registries and their statements call it. */
    public Set<AgreementKind> kinds() {
        EnumSet<AgreementKind> kinds = EnumSet.noneOf(AgreementKind.class);
        agreements.forEach(agreement -> kinds.add(agreement.value().kind()));
        statements.forEach(said -> kinds.add(said.statement().kind()));
        return Collections.unmodifiableSet(kinds);
    }

    /** What it is called, if it has a name of its own. */
    public Optional<Text> title() {
        return Texts.mergedIfAny(agreements.stream()
                .flatMap(agreement -> agreement.value().title().stream())
                .toList());
    }

    /** The {@link CityEntry#id}s of the sides that state the relation themselves; empty if only third sources do. */
    public Set<String> statedBy() {
        Set<String> sayers = new TreeSet<>();
        statements.stream()
                .map(SourcedStatement::city)
                .filter(city -> !city.isEmpty())
                .forEach(sayers::add);
        return Collections.unmodifiableSet(sayers);
    }

    /** True if at least one side states it, and not every side does. */
    public boolean oneSided() {
        int sayers = statedBy().size();
        return sayers > 0 && sayers < sides.size();
    }

    /** Its steps, with their sources, in the order in which each agreement gives them. */
    public List<Sourced<LifecycleStep>> lifecycle() {
        return gathered(Agreement::lifecycle);
    }

    /** How much of it lies in each dimension, 0 to 100: the highest weight that a registry gives. */
    public Map<Dimension, Integer> dimensions() {
        Map<Dimension, Integer> weights = new EnumMap<>(Dimension.class);
        agreements.forEach(agreement -> agreement
                .value()
                .dimensions()
                .forEach((dimension, weight) -> weights.merge(dimension, weight, Math::max)));
        return Collections.unmodifiableMap(weights);
    }

    /** Everything that is done in it. */
    public Set<Field> fields() {
        EnumSet<Field> fields = EnumSet.noneOf(Field.class);
        agreements.forEach(agreement -> fields.addAll(agreement.value().fields()));
        return Collections.unmodifiableSet(fields);
    }

    /** What national authorities say, with the module that holds it. */
    public List<Sourced<NationalCoordination>> coordination() {
        return gathered(Agreement::coordination);
    }

    /** What was done, with the module that holds it. */
    public List<Sourced<Activity>> activities() {
        return gathered(Agreement::activities);
    }

    /** Its documents, with the module that holds them. */
    public List<Sourced<Document>> documents() {
        return gathered(Agreement::documents);
    }

    /** Its budget and staff, with the module that holds them. */
    public List<Sourced<Figure>> resources() {
        return gathered(Agreement::resources);
    }

    /** The ids of the modules that know it. */
    public Set<String> modules() {
        Set<String> modules = new LinkedHashSet<>();
        agreements.forEach(agreement -> modules.add(agreement.module()));
        return Collections.unmodifiableSet(modules);
    }

    private <T> List<Sourced<T>> gathered(Function<Agreement, List<T>> part) {
        return agreements.stream()
                .flatMap(agreement -> sourced(agreement.module(), part.apply(agreement.value())))
                .distinct()
                .toList();
    }

    private static <T> Stream<Sourced<T>> sourced(String module, List<T> values) {
        return values.stream().map(value -> new Sourced<>(module, value));
    }
}
