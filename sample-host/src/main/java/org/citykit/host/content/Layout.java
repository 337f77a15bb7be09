package org.citykit.host.content;

/** How events are laid out on their page. */
public enum Layout {
    /** A month of the language's first calendar. */
    MONTH,
    /** Seven days from the day on which the language's weeks begin. */
    WEEK,
    /** One day. */
    DAY,
    /** One after the other, from a day on. */
    LIST
}
