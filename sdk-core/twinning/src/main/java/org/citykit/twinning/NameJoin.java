package org.citykit.twinning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.citykit.text.Folding;

/**
 * Takes places for one another because of their names, where that is safe enough to show and is marked as inferred.
 *
 * <p>A place that is known by name alone is looked for among all places of that name in its country, or near it, or
 * anywhere; it is joined to the only one, or to one with at least ten times the inhabitants of the next. If two cities
 * that a scheme tells apart lay claim to one place, the one with better evidence or with three times the relations gets
 * it, or else none. Sides of one agreement are never joined.
 */
final class NameJoin {
    /** How much work one name may make; a name that so many bear identifies nothing. */
    private static final int MOST_PAIRS = 100_000;

    private static final double BY_FAR = 10;
    private static final double LARGE = 5_000;
    private static final int CLEARLY_MORE = 3;

    /** Those who look for a name, and those who bear it. */
    private record Bearers(List<Place> seekers, List<Place> places) {}

    private record Claim(Place seeker, Place target, Inference.Evidence evidence, boolean isShownName, int weight) {
        boolean isCorroborated() {
            return evidence == Inference.Evidence.NAME_AND_COUNTRY || evidence == Inference.Evidence.NAME_AND_DISTANCE;
        }
    }

    private final List<Place> places;
    private final Partners partners;

    NameJoin(List<Place> places, Partners partners) {
        this.places = places;
        this.partners = partners;
    }

    void join(List<Place> seekers) {
        if (seekers.isEmpty()) {
            return;
        }
        Map<String, Place> ordered = new TreeMap<>();
        seekers.forEach(seeker -> ordered.put(Places.orderOf(seeker), seeker));
        Map<String, Bearers> byName = bearers(ordered.values());
        Map<String, List<Claim>> claims = new TreeMap<>();
        for (Place seeker : ordered.values()) {
            claim(seeker, byName)
                    .ifPresent(
                            claim -> claims.computeIfAbsent(Places.orderOf(claim.target()), target -> new ArrayList<>())
                                    .add(claim));
        }
        claims.values().forEach(this::settle);
    }

    private Map<String, Bearers> bearers(Iterable<Place> seekers) {
        Map<String, Bearers> byName = new HashMap<>();
        for (Place seeker : seekers) {
            seeker.shownNames(name -> add(byName, Folding.key(name), seeker));
        }
        byName.remove("");
        for (Place place : places) {
            place.names(name -> {
                Bearers bearers = byName.get(Folding.key(name));
                if (bearers != null) {
                    addOnce(bearers.places(), place);
                }
            });
        }
        return byName;
    }

    private static void add(Map<String, Bearers> byName, String key, Place seeker) {
        addOnce(
                byName.computeIfAbsent(key, unknown -> new Bearers(new ArrayList<>(), new ArrayList<>()))
                        .seekers(),
                seeker);
    }

    /** A place's names follow one another, so that its repetition can only be the last. */
    private static void addOnce(List<Place> places, Place place) {
        if (places.isEmpty() || places.get(places.size() - 1) != place) {
            places.add(place);
        }
    }

    private Optional<Claim> claim(Place seeker, Map<String, Bearers> byName) {
        Candidates candidates = new Candidates(seeker);
        Set<Place> namesakes = new LinkedHashSet<>();
        Set<String> keys = new LinkedHashSet<>();
        seeker.shownNames(name -> keys.add(Folding.key(name)));
        for (String key : keys) {
            Bearers bearers = byName.get(key);
            if (bearers != null
                    && (long) bearers.seekers().size() * bearers.places().size() <= MOST_PAIRS) {
                namesakes.addAll(bearers.places());
            }
        }
        namesakes.stream()
                .filter(place -> place != seeker && !mustDiffer(seeker, place))
                .forEach(candidates::add);
        return choice(candidates.best(), keys)
                .map(target -> new Claim(
                        seeker,
                        target,
                        candidates.evidence(target),
                        isShownUnder(keys, target),
                        partners.count(seeker)));
    }

    private boolean mustDiffer(Place one, Place other) {
        return PlaceMerge.tellApart(one, other) || partners.areDifferent(one, other);
    }

    /** The only candidate, or the one that is by far the largest; an alternate name counts for a tenth. */
    private static Optional<Place> choice(List<Place> candidates, Set<String> keys) {
        if (candidates.size() <= 1) {
            return candidates.stream().findFirst();
        }
        Map<Place, Double> sizes = new LinkedHashMap<>();
        for (Place place : candidates) {
            sizes.put(place, place.population() / (isShownUnder(keys, place) ? 1 : BY_FAR));
        }
        List<Place> bySize = candidates.stream()
                .sorted(Comparator.comparing((Place place) -> sizes.getOrDefault(place, 0.0))
                        .reversed())
                .toList();
        double largest = sizes.getOrDefault(bySize.get(0), 0.0);
        double next = sizes.getOrDefault(bySize.get(1), 0.0);
        return largest >= LARGE && largest >= BY_FAR * next ? Optional.of(bySize.get(0)) : Optional.empty();
    }

    private static boolean isShownUnder(Set<String> keys, Place place) {
        boolean[] shown = new boolean[1];
        place.shownNames(name -> shown[0] |= keys.contains(Folding.key(name)));
        return shown[0];
    }

    private void settle(List<Claim> claims) {
        List<Claim> strongestFirst = claims.stream()
                .sorted(Comparator.comparing(Claim::isCorroborated)
                        .thenComparing(Claim::isShownName)
                        .thenComparing(Claim::weight)
                        .reversed()
                        .thenComparing(claim -> Places.orderOf(claim.seeker())))
                .toList();
        Claim first = strongestFirst.get(0);
        boolean contested = strongestFirst.stream().skip(1).anyMatch(other -> rivals(first, other));
        if (!contested) {
            strongestFirst.forEach(this::follow);
        }
    }

    private boolean rivals(Claim first, Claim other) {
        return mustDiffer(first.seeker().root(), other.seeker().root())
                && first.isCorroborated() == other.isCorroborated()
                && first.isShownName() == other.isShownName()
                && first.weight() < CLEARLY_MORE * Math.max(1, other.weight());
    }

    private void follow(Claim claim) {
        Place one = claim.seeker().root();
        Place other = claim.target().root();
        if (one == other || mustDiffer(one, other)) {
            return;
        }
        boolean oneLeads = Places.LEADS.compare(one, other) <= 0;
        Place leader = oneLeads ? one : other;
        Place part = oneLeads ? other : one;
        leader.join(part, claim.evidence());
        partners.unite(leader, part);
    }
}
