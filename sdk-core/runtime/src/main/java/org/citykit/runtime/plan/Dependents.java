package org.citykit.runtime.plan;

import java.util.List;

/**
 * Who would miss a plugin. Immutable.
 *
 * @param mandatory those that cannot do without it, directly or through others; by id
 * @param optional those that would be used without it, or without one of the mandatory ones, but with less; by id
 */
public record Dependents(List<String> mandatory, List<String> optional) {
    public Dependents {
        mandatory = List.copyOf(mandatory);
        optional = List.copyOf(optional);
    }
}
