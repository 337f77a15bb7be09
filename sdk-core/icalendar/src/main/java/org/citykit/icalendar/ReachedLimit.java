package org.citykit.icalendar;

/** The limit of {@link ReadLimits} that made a document incomplete. */
public enum ReachedLimit {
    /** The input was longer; its rest was not read. */
    BYTES,
    /** A line was longer; it was left out. */
    LINE_OCTETS,
    /** There were more components; the rest was not read. */
    COMPONENTS,
    /** Components were nested deeper; the inner ones were left out. */
    DEPTH,
    /** There were more properties; the rest was not read. */
    PROPERTIES
}
