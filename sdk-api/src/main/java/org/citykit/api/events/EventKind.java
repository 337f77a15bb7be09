package org.citykit.api.events;

/**
 * What kind of event.
 *
 * @since 1.0
 */
public enum EventKind {
    /** A festival. */
    FESTIVAL,
    /** A public holiday or feast. */
    HOLIDAY,
    /** An exhibition. */
    EXHIBITION,
    /** A cultural week or international day. */
    CULTURAL,
    /** A delegation that comes or goes. */
    DELEGATION,
    /** A visit by the mayor or to the mayor. */
    OFFICIAL_VISIT,
    /** A summit, conference or meeting of a network. */
    CONFERENCE,
    /** The signing of an agreement. */
    SIGNING,
    /** The anniversary of an agreement. */
    ANNIVERSARY,
    /** An exchange of pupils or students. */
    EXCHANGE,
    /** Training or a workshop. */
    TRAINING,
    /** A town-hall meeting or a visit to a neighbourhood. */
    TOWN_HALL,
    /** A consultation or survey. */
    CONSULTATION,
    /** A memorial day. */
    MEMORIAL,
    /** A crisis exercise. */
    EXERCISE,
    /** Sport. */
    SPORT,
    /** A meeting of council or committee. */
    COUNCIL,
    /** Anything else. */
    OTHER
}
