package org.citykit.twinning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which places are sides of one agreement, and therefore not the same place. Confined to the thread that merges. */
final class Partners {
    /** In larger agreements every pair would be too many. */
    private static final int MOST_SIDES = 16;

    private final Map<Place, List<Place>> partners = new HashMap<>();

    void add(Collection<Place> sides) {
        if (sides.size() > MOST_SIDES) {
            return;
        }
        for (Place side : sides) {
            for (Place other : sides) {
                if (side != other) {
                    partners.computeIfAbsent(side, place -> new ArrayList<>()).add(other);
                }
            }
        }
    }

    boolean areDifferent(Place one, Place other) {
        List<Place> ofOne = partners.getOrDefault(one, List.of());
        List<Place> ofOther = partners.getOrDefault(other, List.of());
        boolean oneHasFewer = ofOne.size() <= ofOther.size();
        Place sought = oneHasFewer ? other : one;
        return (oneHasFewer ? ofOne : ofOther).stream().anyMatch(partner -> partner.root() == sought);
    }

    /** How well connected a place is. */
    int count(Place place) {
        return partners.getOrDefault(place, List.of()).size();
    }

    /** What the second is told apart from, the first is from now on. */
    void unite(Place into, Place gone) {
        List<Place> ofGone = partners.remove(gone);
        if (ofGone != null) {
            partners.computeIfAbsent(into, place -> new ArrayList<>()).addAll(ofGone);
        }
    }
}
