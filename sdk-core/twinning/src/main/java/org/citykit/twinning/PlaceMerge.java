package org.citykit.twinning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.citykit.api.CityRef;
import org.citykit.api.twinning.City;
import org.citykit.api.twinning.Party;
import org.citykit.text.Folding;

/**
 * Finds out which records and parties are one place, first by what sources assert ({@link CityRef} and {@code sameAs}),
 * then by name ({@link NameJoin}). The result does not depend on the order of modules or items. Confined to one thread.
 */
final class PlaceMerge {
    private record Link(CityRef a, CityRef b) {
        static final Comparator<Link> ORDER =
                Comparator.comparing(Link::a, PlaceIds.PREFERENCE).thenComparing(Link::b, PlaceIds.PREFERENCE);

        static Link of(CityRef one, CityRef other) {
            return PlaceIds.PREFERENCE.compare(one, other) <= 0 ? new Link(one, other) : new Link(other, one);
        }
    }

    private final Map<CityRef, Place> byRef = new HashMap<>();
    private final Map<Place.Mention, Place> byMention = new HashMap<>();
    private final Set<Link> links = new HashSet<>();
    private final Partners partners = new Partners();
    private int contestedRefs;

    void add(String module, City city) {
        place(city.ref()).add(new Sourced<>(module, city));
        city.sameAs().stream()
                .filter(other -> !other.equals(city.ref()))
                .forEach(other -> links.add(Link.of(city.ref(), other)));
    }

    /** The place of a party or member; read its {@link Place#root} when merging is done. */
    Place mention(String module, Party party, boolean nation) {
        Place.Mention mention = new Place.Mention(module, party.name(), party.country(), nation);
        Place place = party.city()
                .map(this::place)
                .orElseGet(() -> byMention.computeIfAbsent(mention, unknown -> new Place()));
        place.add(mention);
        return place;
    }

    /** Notes that these are different places, because one agreement has them as its sides. */
    void areDifferent(Collection<Place> sides) {
        partners.add(sides);
    }

    Places merge() {
        followLinks();
        Map<String, Place> named = joinNamesakes();
        List<Place> roots = roots();
        List<Place> known = new ArrayList<>();
        List<Place> nameless = new ArrayList<>();
        for (Place place : roots) {
            if (place.isUsed()) {
                (place.refs().isEmpty() ? nameless : known).add(place);
            }
        }
        new NameJoin(roots, partners).join(known);
        new NameJoin(roots.stream().filter(Place::isRoot).toList(), partners).join(nameless);
        return new Places(byRef, named, roots.stream().filter(Place::isRoot).toList(), contestedRefs);
    }

    private Place place(CityRef ref) {
        return byRef.computeIfAbsent(ref, unknown -> {
            Place place = new Place();
            place.add(unknown);
            return place;
        });
    }

    private void followLinks() {
        Map<CityRef, Map<String, Set<CityRef>>> claims = new HashMap<>();
        for (Link link : links) {
            claim(claims, link.a(), link.b());
            claim(claims, link.b(), link.a());
        }
        Set<CityRef> refused = new HashSet<>();
        for (Link link : links.stream().sorted(Link.ORDER).toList()) {
            boolean contested = claims(claims, link.a(), link.b()) > 1 || claims(claims, link.b(), link.a()) > 1;
            if (contested || !unite(place(link.a()).root(), place(link.b()).root())) {
                refused.add(link.b());
            }
        }
        contestedRefs = refused.size();
    }

    private static void claim(Map<CityRef, Map<String, Set<CityRef>>> claims, CityRef claimed, CityRef by) {
        claims.computeIfAbsent(claimed, ref -> new HashMap<>())
                .computeIfAbsent(by.scheme(), scheme -> new HashSet<>())
                .add(by);
    }

    private static int claims(Map<CityRef, Map<String, Set<CityRef>>> claims, CityRef claimed, CityRef by) {
        return claims.getOrDefault(claimed, Map.of())
                .getOrDefault(by.scheme(), Set.of())
                .size();
    }

    /** Makes two places one, unless a scheme tells them apart or they are sides of one agreement. */
    private boolean unite(Place one, Place other) {
        if (one == other) {
            return true;
        }
        if (tellApart(one, other)) {
            return false;
        }
        boolean otherIsLarger = other.refs().size() > one.refs().size();
        Place larger = otherIsLarger ? other : one;
        Place smaller = otherIsLarger ? one : other;
        larger.absorb(smaller);
        partners.unite(larger, smaller);
        return true;
    }

    /** True if one scheme has two different identifiers for them. */
    static boolean tellApart(Place one, Place other) {
        for (Place part : one.parts()) {
            for (CityRef ref : part.refs()) {
                if (other.parts().stream()
                        .flatMap(place -> place.refs().stream())
                        .anyMatch(its -> its.scheme().equals(ref.scheme()) && !its.equals(ref))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Makes parties without reference one place if they bear one name in one country, and gives each its id. */
    private Map<String, Place> joinNamesakes() {
        Map<Place.Mention, Place> ordered = new TreeMap<>(Place.Mention.ORDER);
        ordered.putAll(byMention);
        Map<String, Place> byName = new HashMap<>();
        Map<String, Set<Place>> withCountry = new HashMap<>();
        ordered.forEach((mention, place) -> keys(mention).forEach(key -> {
            Place first = byName.putIfAbsent(key + "|" + mention.country(), place.root());
            if (first != null && !partners.areDifferent(first.root(), place.root())) {
                unite(first.root(), place.root());
            }
        }));
        ordered.forEach((mention, place) -> {
            if (!mention.country().isBlank()) {
                keys(mention)
                        .forEach(key -> withCountry
                                .computeIfAbsent(key, k -> new LinkedHashSet<>())
                                .add(place.root()));
            }
        });
        ordered.forEach((mention, place) -> {
            if (mention.country().isBlank()) {
                keys(mention).forEach(key -> joinOnly(withCountry.getOrDefault(key, Set.of()), place));
            }
        });
        return ids(ordered);
    }

    private void joinOnly(Set<Place> candidates, Place place) {
        Set<Place> roots = new HashSet<>();
        candidates.forEach(candidate -> roots.add(candidate.root()));
        if (roots.size() == 1) {
            Place only = roots.iterator().next();
            String country = place.root().country();
            boolean sameCountry = country.isEmpty() || country.equals(only.country());
            if (sameCountry && !partners.areDifferent(only, place.root())) {
                unite(only, place.root());
            }
        }
    }

    private static Map<String, Place> ids(Map<Place.Mention, Place> ordered) {
        Map<String, Place> ids = new TreeMap<>();
        ordered.forEach((mention, place) -> {
            String id = PlaceIds.named(mention);
            String free = id;
            for (int next = 2; ids.containsKey(free) && ids.get(free).root() != place.root(); next++) {
                free = id + "." + next;
            }
            ids.put(free, place);
        });
        return ids;
    }

    private static Set<String> keys(Place.Mention mention) {
        Set<String> keys = new LinkedHashSet<>();
        for (String name : mention.name().texts().values()) {
            String key = Folding.key(name);
            if (!key.isEmpty()) {
                keys.add((mention.nation() ? "nation " : "") + key);
            }
        }
        return keys;
    }

    private List<Place> roots() {
        Set<Place> roots = new LinkedHashSet<>();
        byRef.values().forEach(place -> roots.add(place.root()));
        byMention.values().forEach(place -> roots.add(place.root()));
        return List.copyOf(roots);
    }
}
