package org.citykit.twinning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.Statement;

/** Makes one relation of all agreements that have the same sides and kinds that can be the same. */
final class RelationMerge {
    /** Stands between the ids of the sides; no id contains it. */
    static final String BETWEEN = "~";

    private static final int LONGEST_ID = 200;
    private static final Comparator<Drawn> ORDER = Comparator.comparing((Drawn drawn) -> drawn.agreement.module())
            .thenComparing(drawn -> drawn.agreement.value().id());

    /** An agreement, and the place of each of its parties. */
    record Drawn(Sourced<Agreement> agreement, List<Place> places) {}

    private final Places places;
    private final Map<Place, String> ids = new HashMap<>();
    private final Map<String, List<Drawn>> groups = new TreeMap<>();
    private final Map<Place, Integer> counts = new HashMap<>();
    private final Map<Place, CityEntry> entries = new HashMap<>();

    RelationMerge(Places places, List<Drawn> agreements) {
        this.places = places;
        for (Drawn drawn : agreements.stream().sorted(ORDER).toList()) {
            KindFamily family = KindFamily.of(drawn.agreement.value().kind());
            Set<String> sides =
                    drawn.places.stream().map(this::id).collect(Collectors.toCollection(LinkedHashSet::new));
            groups.computeIfAbsent(relationId(sides, family), id -> new ArrayList<>())
                    .add(drawn);
        }
        groups.values().forEach(group -> sides(group).forEach(side -> counts.merge(side, 1, Integer::sum)));
        places.used().forEach(place -> entries.put(place, entry(place)));
    }

    /** All relations by id. */
    Map<String, Relation> relations() {
        Map<String, Relation> relations = new LinkedHashMap<>();
        groups.forEach((id, group) -> relations.put(id, relation(id, group)));
        return relations;
    }

    /** The entries of all places that an agreement or a network names. */
    Map<Place, CityEntry> entries() {
        return entries;
    }

    /** The id of the relation between these sides, in whatever order they are given. */
    static String relationId(Set<String> sides, KindFamily family) {
        List<String> ordered = sides.stream().sorted().toList();
        String suffix = family.suffix().isEmpty() ? "" : BETWEEN + family.suffix();
        String id = String.join(BETWEEN, ordered) + suffix;
        return id.length() <= LONGEST_ID ? id : "many" + BETWEEN + Digest.of(ordered) + suffix;
    }

    private String id(Place place) {
        return ids.computeIfAbsent(place.root(), places::id);
    }

    private CityEntry entry(Place place) {
        return CityEntries.entry(id(place), place, counts.getOrDefault(place, 0));
    }

    private static Set<Place> sides(List<Drawn> group) {
        return group.get(0).places.stream().map(Place::root).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Relation relation(String id, List<Drawn> group) {
        List<CityEntry> sides = sides(group).stream()
                .map(side -> entries.computeIfAbsent(side, this::entry))
                .toList();
        List<SourcedStatement> statements =
                group.stream().flatMap(drawn -> statements(drawn).stream()).toList();
        List<Standing> standings =
                group.stream().map(drawn -> Standing.of(drawn.agreement)).toList();
        return new Relation(
                id,
                sides,
                group.stream().map(Drawn::agreement).toList(),
                statements,
                standings.stream().min(Standing.TELLING).orElseThrow().state(),
                new Contradictions(statements, standings).all(sides.size()));
    }

    private List<SourcedStatement> statements(Drawn drawn) {
        Agreement agreement = drawn.agreement.value();
        Map<String, String> cities = new HashMap<>();
        for (int i = 0; i < drawn.places.size(); i++) {
            cities.put(agreement.parties().get(i).key(), id(drawn.places.get(i)));
        }
        List<SourcedStatement> statements = new ArrayList<>();
        for (Statement statement : agreement.statements()) {
            statements.add(new SourcedStatement(
                    drawn.agreement.module(), agreement.id(), cities.getOrDefault(statement.by(), ""), statement));
        }
        return statements;
    }
}
