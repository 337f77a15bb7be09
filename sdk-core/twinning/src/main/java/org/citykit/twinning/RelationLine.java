package org.citykit.twinning;

/**
 * A relation as a line on a map. A relation of more than two sides has a line from its first located side to each
 * other.
 *
 * @param relation which
 * @param from its one end, with a location
 * @param to its other end, with a location
 */
public record RelationLine(Relation relation, CityEntry from, CityEntry to) {
    /** True if an end's location comes from a place that was joined by its name alone. */
    public boolean inferred() {
        return from.inferred() || to.inferred();
    }
}
