package org.citykit.icalendar.event;

/** The STATUS of an event (RFC 5545 §3.8.1.11). */
public enum EventStatus {
    /** Not yet certain. */
    TENTATIVE,
    /** Certain. */
    CONFIRMED,
    /** Will not take place. */
    CANCELLED
}
