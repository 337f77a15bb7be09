package org.citykit.host.view;

import java.util.List;
import java.util.Optional;

/**
 * A network.
 *
 * @param anchor names it within the page
 * @param name its name
 * @param acronym its short name
 * @param about what it is for
 * @param founded when it was founded
 * @param seat where its office is
 * @param figures how many members it states, and other numbers
 * @param members those known by name
 * @param website its web address
 * @param source who says so
 */
public record NetworkCard(
        String anchor,
        Passage name,
        Optional<String> acronym,
        Optional<Passage> about,
        Optional<DateView> founded,
        Optional<Passage> seat,
        List<FigureView> figures,
        List<Member> members,
        Optional<String> website,
        SourceView source) {
    /**
     * A member.
     *
     * @param name who
     * @param role as what, if not simply a member
     */
    public record Member(Passage name, Optional<String> role) {}

    public NetworkCard {
        figures = List.copyOf(figures);
        members = List.copyOf(members);
    }

    /** True if members are known by name. */
    public boolean hasMembers() {
        return !members.isEmpty();
    }
}
