package org.citykit.api.crisis;

/**
 * Through what people hear.
 *
 * @since 1.0
 */
public enum ChannelKind {
    /** The city's pages. */
    WEB,
    /** Press releases and briefings. */
    PRESS,
    /** Short messages. */
    SMS,
    /** Cell broadcast. */
    CELL_BROADCAST,
    /** Radio and loudspeakers. */
    RADIO,
    /** Posters and displays. */
    POSTER,
    /** Social media. */
    SOCIAL_MEDIA,
    /** Electronic mail. */
    EMAIL,
    /** Town halls and other meetings. */
    TOWN_HALL,
    /** Community, faith and civil-society leaders. */
    INTERMEDIARIES,
    /** Another system. */
    SYSTEM
}
