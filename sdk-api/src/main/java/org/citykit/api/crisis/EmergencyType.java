package org.citykit.api.crisis;

/**
 * What kind of emergency a playbook is for.
 *
 * @since 1.0
 */
public enum EmergencyType {
    /** A protest or demonstration. */
    PROTEST,
    /** A hate incident. */
    HATE_INCIDENT,
    /** Violent extremism or a terror attack. */
    TERROR_ATTACK,
    /** An earthquake. */
    EARTHQUAKE,
    /** A flood. */
    FLOOD,
    /** A drought. */
    DROUGHT,
    /** Extreme heat or cold. */
    EXTREME_WEATHER,
    /** A fire. */
    FIRE,
    /** A pandemic. */
    PANDEMIC,
    /** Air pollution. */
    AIR_POLLUTION,
    /** A lack of energy, water or food. */
    SUPPLY_CRISIS,
    /** The arrival of many people. */
    MIGRATION,
    /** War or conflict elsewhere with local effect. */
    CONFLICT_ELSEWHERE,
    /** An attack on computer systems. */
    CYBER_ATTACK,
    /** A false rumour or disinformation. */
    FALSE_RUMOUR,
    /** Anything else. */
    OTHER
}
