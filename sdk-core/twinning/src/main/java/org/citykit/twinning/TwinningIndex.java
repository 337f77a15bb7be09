package org.citykit.twinning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.InvalidValueException;
import org.citykit.api.PartialDate;
import org.citykit.api.Revision;
import org.citykit.api.twinning.Agreement;
import org.citykit.api.twinning.AgreementKind;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.Membership;
import org.citykit.api.twinning.Network;
import org.citykit.api.twinning.TwinningItem;

/**
 * Everything that a portal's registries hold, merged and searchable.
 *
 * <p>Immutable and thread-safe. Building and reading use the calling thread only; the first search by text makes the
 * list of words, the first call of {@link #statistics} counts, and whoever asks meanwhile waits. The same snapshots give
 * the same ids and revision, whatever order they come in.
 */
public final class TwinningIndex {
    private final Revision revision;
    private final Places places;
    private final PlaceBook book;
    private final Map<String, Relation> relations;
    private final RelationSearch relationSearch;
    private final CitySearch citySearch;
    private final NetworkSearch networkSearch;
    private final Lazy<Statistics> statistics;

    private TwinningIndex(List<RegistrySnapshot> snapshots) {
        revision = revisionOf(snapshots);
        PlaceMerge merge = new PlaceMerge();
        List<RelationMerge.Drawn> agreements = new ArrayList<>();
        List<NetworkMerge.Drawn> networks = new ArrayList<>();
        for (RegistrySnapshot snapshot : snapshots) {
            for (TwinningItem item : snapshot.items()) {
                if (item instanceof City city) {
                    merge.add(snapshot.module(), city);
                } else if (item instanceof Agreement agreement) {
                    agreements.add(draw(merge, snapshot.module(), agreement));
                } else if (item instanceof Network network) {
                    networks.add(draw(merge, snapshot.module(), network));
                }
            }
        }
        places = merge.merge();
        RelationMerge relationMerge = new RelationMerge(places, agreements);
        relations = relationMerge.relations();
        book = new PlaceBook(places, relationMerge.entries());
        relationSearch = new RelationSearch(relations.values(), book);
        citySearch = new CitySearch(book);
        networkSearch = new NetworkSearch(NetworkMerge.merge(networks, book::entry));
        statistics = new Lazy<>(this::count);
    }

    /**
     * Merges what the modules' registries hold.
     *
     * @throws InvalidValueException if two snapshots are of one module
     */
    public static TwinningIndex of(List<RegistrySnapshot> snapshots) {
        Set<String> modules = new HashSet<>();
        for (RegistrySnapshot snapshot : snapshots) {
            if (!modules.add(snapshot.module())) {
                throw new InvalidValueException(
                        "snapshots", "must have one of each module, but has two of '" + snapshot.module() + "'");
            }
        }
        return new TwinningIndex(snapshots.stream()
                .sorted(Comparator.comparing(RegistrySnapshot::module))
                .toList());
    }

    /** An index of nothing. */
    public static TwinningIndex empty() {
        return of(List.of());
    }

    /** Names this state: equal for equal snapshots. */
    public Revision revision() {
        return revision;
    }

    /** The relations that a query wants, one page of them. */
    public Page<Relation> relations(RelationQuery query) {
        return relationSearch.find(query);
    }

    /** How many relations each choice of each filter would give. The query's page is of no account. */
    public Facets facets(RelationQuery query) {
        return relationSearch.facets(query);
    }

    /** The relation with an id, or with one that was made of other references of the same sides. */
    public Optional<Relation> relation(String id) {
        Relation found = relations.get(id);
        return found != null ? Optional.of(found) : relationByOtherId(id);
    }

    /** All relations of a city, by id; none if there is no such city. */
    public List<Relation> relationsOf(String cityId) {
        return cityId.isEmpty()
                ? List.of()
                : relationSearch.all(RelationQuery.all().of(cityId));
    }

    /** The places that a query wants, one page of them. */
    public Page<CityEntry> cities(CityQuery query) {
        return citySearch.find(query);
    }

    /** The place with an id; any of its references makes one, in the form {@code scheme-value}. */
    public Optional<CityEntry> city(String id) {
        return places.find(id).map(book::entry);
    }

    /** The networks whose name, acronym or purpose contains every word, by English name; all for an empty text. */
    public List<NetworkEntry> networks(String text) {
        return networkSearch.find(text);
    }

    /** The network with an id. */
    public Optional<NetworkEntry> network(String id) {
        return networkSearch.network(id);
    }

    /** The networks of which a city is a member. */
    public List<NetworkEntry> networksOf(String cityId) {
        return city(cityId).map(city -> networkSearch.of(city.id())).orElse(List.of());
    }

    /** The relations that a query wants as lines on a map; those without two located sides are left out. Not paged. */
    public List<RelationLine> lines(RelationQuery query) {
        List<RelationLine> lines = new ArrayList<>();
        for (Relation relation : relationSearch.all(query)) {
            List<CityEntry> located = relation.sides().stream()
                    .filter(side -> side.location().isPresent())
                    .toList();
            located.stream().skip(1).forEach(other -> lines.add(new RelationLine(relation, located.get(0), other)));
        }
        return lines;
    }

    /** Since when the relations of a query stand, one entry for each different date that is stated. Not paged. */
    public List<SigningDate> signingDates(RelationQuery query) {
        List<SigningDate> dates = new ArrayList<>();
        for (Relation relation : relationSearch.all(query)) {
            Map<PartialDate, SourcedStatement> byDate = new LinkedHashMap<>();
            for (SourcedStatement said : relation.statements()) {
                said.statement().since().ifPresent(date -> byDate.putIfAbsent(date, said));
            }
            byDate.forEach((date, said) -> dates.add(new SigningDate(relation, date, said)));
        }
        return dates;
    }

    /** What the index holds, in numbers. */
    public Statistics statistics() {
        return statistics.get();
    }

    private static Revision revisionOf(List<RegistrySnapshot> ordered) {
        List<String> parts = new ArrayList<>();
        for (RegistrySnapshot snapshot : ordered) {
            parts.add(snapshot.module());
            parts.add(snapshot.revision().value());
        }
        return new Revision(Digest.of(parts));
    }

    private static RelationMerge.Drawn draw(PlaceMerge merge, String module, Agreement agreement) {
        boolean nations = agreement.kind() == AgreementKind.COUNTRY_LEVEL;
        List<Place> sides = agreement.parties().stream()
                .map(party -> merge.mention(module, party, nations))
                .toList();
        merge.areDifferent(sides);
        return new RelationMerge.Drawn(new Sourced<>(module, agreement), sides);
    }

    private static NetworkMerge.Drawn draw(PlaceMerge merge, String module, Network network) {
        List<Place> members = network.members().stream()
                .map(Membership::member)
                .map(member -> merge.mention(module, member, false))
                .toList();
        return new NetworkMerge.Drawn(new Sourced<>(module, network), members);
    }

    private Optional<Relation> relationByOtherId(String id) {
        List<String> parts = new ArrayList<>(Arrays.asList(id.split(RelationMerge.BETWEEN, -1)));
        Optional<KindFamily> family = KindFamily.bySuffix(parts.get(parts.size() - 1));
        if (family.isPresent()) {
            parts.remove(parts.size() - 1);
        }
        Set<String> sides = new LinkedHashSet<>();
        for (String part : parts) {
            places.find(part).map(places::id).ifPresent(sides::add);
        }
        return sides.size() < 2
                ? Optional.empty()
                : Optional.ofNullable(
                        relations.get(RelationMerge.relationId(sides, family.orElse(KindFamily.PARTNERSHIP))));
    }

    private Statistics count() {
        List<Relation> all = List.copyOf(relations.values());
        return new Statistics(
                all.size(),
                all.stream().mapToInt(relation -> relation.statements().size()).sum(),
                book.used(),
                book.size(),
                networkSearch.size(),
                (int) all.stream().filter(Relation::oneSided).count(),
                (int) all.stream().filter(TwinningIndex::isContradicted).count(),
                (int) all.stream().filter(TwinningIndex::isLocated).count(),
                (int) places.used().stream()
                        .filter(place -> !place.joined().isEmpty())
                        .count(),
                places.contestedRefs(),
                relationSearch.facets(RelationQuery.all()));
    }

    private static boolean isContradicted(Relation relation) {
        return relation.contradictions().stream()
                .anyMatch(contradiction -> contradiction.about() != Contradiction.About.ONE_SIDED);
    }

    private static boolean isLocated(Relation relation) {
        return relation.sides().stream().allMatch(side -> side.location().isPresent());
    }
}
