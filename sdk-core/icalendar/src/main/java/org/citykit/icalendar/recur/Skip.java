package org.citykit.icalendar.recur;

/** What becomes of a date that does not exist (RFC 7529 §4.1). */
public enum Skip {
    /** It is left out. */
    OMIT,
    /** The day or month before it is taken. */
    BACKWARD,
    /** The day or month after it is taken. */
    FORWARD
}
