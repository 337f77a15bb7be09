package org.citykit.runtime.plan;

import java.util.List;

/**
 * What removing plugins would do. Immutable.
 *
 * @param removed the plugins that would go, each before those it is bound to; none if it is hindered
 * @param hindered those that cannot do without what should go, while they may not go themselves; by id
 * @param poorer those that would stay, with less; by id
 */
public record Removal(List<String> removed, List<String> hindered, List<String> poorer) {
    public Removal {
        removed = List.copyOf(removed);
        hindered = List.copyOf(hindered);
        poorer = List.copyOf(poorer);
    }
}
