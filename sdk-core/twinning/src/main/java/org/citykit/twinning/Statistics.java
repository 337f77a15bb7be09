package org.citykit.twinning;

/**
 * What an index holds, in numbers, with {@link #facets} over all relations.
 *
 * @param relations relations
 * @param statements statements about them
 * @param cities places with a relation or a membership
 * @param places all places, those of gazetteers included
 * @param networks networks
 * @param oneSided relations that not every side states
 * @param contradicted relations on whose date, kind or state the sources do not agree
 * @param located relations all of whose sides have coordinates
 * @param inferredCities cities to which a place was joined by its name
 * @param contestedRefs references that two different cities claim, and that therefore join none
 * @param facets how many relations there are of each kind, state, dimension, field and country
 */
public record Statistics(
        int relations,
        int statements,
        int cities,
        int places,
        int networks,
        int oneSided,
        int contradicted,
        int located,
        int inferredCities,
        int contestedRefs,
        Facets facets) {}
