package org.citykit.api;

/**
 * For whom an event or message is meant.
 *
 * @since 1.0
 */
public enum Audience {
    /** Everybody. */
    EVERYONE,
    /** People who live in the city. */
    RESIDENTS,
    /** People who have lately arrived, refugees among them. */
    NEWCOMERS,
    /** People on a visit. */
    VISITORS,
    /** Families with children. */
    FAMILIES,
    /** Children. */
    CHILDREN,
    /** Young people. */
    YOUTH,
    /** Older people. */
    OLDER_PEOPLE,
    /** Pupils and students. */
    STUDENTS,
    /** People at work in a field. */
    PROFESSIONALS,
    /** Those hit by an incident, and their families. */
    AFFECTED,
    /** Community, faith and civil-society leaders who carry messages. */
    INTERMEDIARIES,
    /** Press and broadcasters. */
    MEDIA,
    /** Twins and other partner cities. */
    PARTNER_CITIES,
    /** Visiting delegations. */
    DELEGATIONS,
    /** National authorities. */
    NATIONAL_GOVERNMENT,
    /** The city's own staff. */
    STAFF
}
