package org.citykit.api.twinning;

/**
 * What is done in a relation.
 *
 * @since 1.0
 */
public enum Field {
    /** Arts and culture. */
    CULTURE,
    /** Festivals and exhibitions. */
    FESTIVALS,
    /** Language. */
    LANGUAGE,
    /** Schools, universities and exchanges of students. */
    EDUCATION,
    /** Sport. */
    SPORT,
    /** Tourism. */
    TOURISM,
    /** Trade and investment. */
    TRADE,
    /** Technology. */
    TECHNOLOGY,
    /** Clean energy. */
    ENERGY,
    /** Research. */
    RESEARCH,
    /** Health. */
    HEALTH,
    /** Environment and climate. */
    ENVIRONMENT,
    /** Planning and technical assistance. */
    URBAN_PLANNING,
    /** Human rights. */
    HUMAN_RIGHTS,
    /** Humanitarian and disaster aid. */
    HUMANITARIAN_AID,
    /** Peace and reconciliation. */
    PEACE,
    /** Naming streets and squares after each other. */
    NAMING
}
