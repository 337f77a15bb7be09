package org.citykit.twinning;

import java.util.List;
import java.util.Optional;
import org.citykit.api.Revision;

/**
 * Everything that a portal's registries hold, merged and searchable. Immutable and thread-safe; reads never block.
 */
public final class TwinningIndex {
    private TwinningIndex() {}

    public static TwinningIndex of(List<RegistrySnapshot> snapshots) {
        return Optional.<TwinningIndex>empty().orElseThrow();
    }

    public static TwinningIndex empty() {
        return of(List.of());
    }

    public Revision revision() {
        return Optional.<Revision>empty().orElseThrow();
    }

    public Page<Relation> relations(RelationQuery query) {
        return Optional.<Page<Relation>>empty().orElseThrow();
    }

    public Optional<Relation> relation(String id) {
        return Optional.<Optional<Relation>>empty().orElseThrow();
    }

    public List<Relation> relationsOf(String cityId) {
        return Optional.<List<Relation>>empty().orElseThrow();
    }

    public Facets facets(RelationQuery query) {
        return Optional.<Facets>empty().orElseThrow();
    }

    public Page<CityEntry> cities(CityQuery query) {
        return Optional.<Page<CityEntry>>empty().orElseThrow();
    }

    public Optional<CityEntry> city(String id) {
        return Optional.<Optional<CityEntry>>empty().orElseThrow();
    }

    public List<NetworkEntry> networks(String text) {
        return Optional.<List<NetworkEntry>>empty().orElseThrow();
    }

    public Optional<NetworkEntry> network(String id) {
        return Optional.<Optional<NetworkEntry>>empty().orElseThrow();
    }

    public List<NetworkEntry> networksOf(String cityId) {
        return Optional.<List<NetworkEntry>>empty().orElseThrow();
    }

    public List<RelationLine> lines(RelationQuery query) {
        return Optional.<List<RelationLine>>empty().orElseThrow();
    }

    public List<SigningDate> signingDates(RelationQuery query) {
        return Optional.<List<SigningDate>>empty().orElseThrow();
    }

    public Statistics statistics() {
        return Optional.<Statistics>empty().orElseThrow();
    }
}
