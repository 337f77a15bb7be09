package org.citykit.icalendar.zone;

import java.time.ZoneOffset;

/**
 * A moment at which an observance of a VTIMEZONE begins.
 *
 * @param second seconds since 1970 UTC
 * @param from the offset before
 * @param to the offset from then on
 * @param byEndlessRule whether it only repeats a rule that goes on for ever
 */
record Onset(long second, ZoneOffset from, ZoneOffset to, boolean byEndlessRule) {}
