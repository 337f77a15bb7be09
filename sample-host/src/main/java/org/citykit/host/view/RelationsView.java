package org.citykit.host.view;

import java.util.List;
import java.util.Optional;

/**
 * Relations that fit a search.
 *
 * @param text the words looked for
 * @param selects what else can be looked for
 * @param filtered true if anything is looked for
 * @param found how many there are, in words
 * @param relations this page of them
 * @param paging absent if one page holds all
 */
public record RelationsView(
        String text,
        List<Select> selects,
        boolean filtered,
        String found,
        List<RelationCard> relations,
        Optional<Paging> paging) {
    public RelationsView {
        selects = List.copyOf(selects);
        relations = List.copyOf(relations);
    }
}
