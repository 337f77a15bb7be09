package org.citykit.api.twinning;

/**
 * The six dimensions of city diplomacy.
 *
 * @since 1.0
 */
public enum Dimension {
    /** Security and peace. */
    SECURITY,
    /** Development and aid. */
    DEVELOPMENT,
    /** Economy and trade. */
    ECONOMY,
    /** Culture and exchange. */
    CULTURE,
    /** Work in networks. */
    NETWORKS,
    /** Representation at international bodies. */
    REPRESENTATION
}
