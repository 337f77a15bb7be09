package org.citykit.host.view;

import java.util.List;
import java.util.Optional;

/**
 * A relation in a list.
 *
 * @param href its page
 * @param sides who has it
 * @param countries where the sides lie
 * @param kind what kind, in words
 * @param state where it stands, in words
 * @param inForce true if it binds in that state
 * @param since from when
 * @param disagree true if sources disagree
 * @param oneSided true if only one side states it
 */
public record RelationCard(
        String href,
        List<Passage> sides,
        String countries,
        String kind,
        String state,
        boolean inForce,
        Optional<DateView> since,
        boolean disagree,
        boolean oneSided) {
    public RelationCard {
        sides = List.copyOf(sides);
    }
}
