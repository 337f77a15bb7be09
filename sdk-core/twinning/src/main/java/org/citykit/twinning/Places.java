package org.citykit.twinning;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.CityRef;

/** All places after merging, and the ids under which they are found. Immutable. */
final class Places {
    /** Whose id and names stand first when two places are joined: used ones, then those with the better reference. */
    static final Comparator<Place> LEADS = Comparator.comparing((Place place) -> !place.isUsed())
            .thenComparing(place -> place.refs().isEmpty())
            .thenComparing(Places::orderOf);

    private final Map<CityRef, Place> byRef;
    private final Map<String, Place> named;
    private final Map<Place, String> namedIds;
    private final List<Place> used;
    private final List<Place> all;
    private final int contestedRefs;

    Places(Map<CityRef, Place> byRef, Map<String, Place> named, List<Place> all, int contestedRefs) {
        this.byRef = byRef;
        this.named = named;
        this.all = all;
        this.contestedRefs = contestedRefs;
        namedIds = new HashMap<>();
        named.forEach((id, place) -> namedIds.putIfAbsent(place.root(), id));
        used = all.stream().filter(Place::isUsed).toList();
    }

    /** The order of places among each other, whatever order they came in. */
    static String orderOf(Place place) {
        return place.refs().stream()
                .min(PlaceIds.PREFERENCE)
                .map(ref -> (char) ('0' + PlaceIds.rank(ref)) + PlaceIds.of(ref))
                .orElseGet(() -> place.mentions().stream()
                        .min(Place.Mention.ORDER)
                        .map(mention -> "9" + mention.key())
                        .orElse("9"));
    }

    String id(Place place) {
        return place.refs().stream()
                .min(PlaceIds.PREFERENCE)
                .map(PlaceIds::of)
                .orElseGet(() -> namedIds.getOrDefault(place, "named"));
    }

    /** The place that an id, present or former, leads to. */
    Optional<Place> find(String id) {
        Optional<Place> byName = Optional.ofNullable(named.get(id));
        return byName.or(() -> PlaceIds.parse(id).map(byRef::get)).map(Place::root);
    }

    /** Those that an agreement or a network names. */
    List<Place> used() {
        return used;
    }

    List<Place> all() {
        return all;
    }

    int contestedRefs() {
        return contestedRefs;
    }
}
