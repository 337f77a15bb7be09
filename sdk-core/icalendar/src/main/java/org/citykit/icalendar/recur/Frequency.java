package org.citykit.icalendar.recur;

/** The FREQ of a rule: how long one of its periods is (RFC 5545 §3.3.10). */
public enum Frequency {
    /** Every second. */
    SECONDLY,
    /** Every minute. */
    MINUTELY,
    /** Every hour. */
    HOURLY,
    /** Every day. */
    DAILY,
    /** Every week. */
    WEEKLY,
    /** Every month of the rule's calendar. */
    MONTHLY,
    /** Every year of the rule's calendar. */
    YEARLY;

    boolean isClock() {
        return this == SECONDLY || this == MINUTELY || this == HOURLY;
    }
}
