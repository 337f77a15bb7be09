package org.citykit.runtime.context;

import java.time.Duration;

/**
 * How much of the web one call may take. Immutable.
 *
 * @param bytes the largest answer, in octets
 * @param head how long an answer may take to begin
 * @param whole how long a call may take, redirects and the last octet included
 */
record WebLimits(long bytes, Duration head, Duration whole) {
    /** The most characters in the headers of an answer. */
    static final int HEADER_CHARACTERS = 64 << 10;

    /** The most headers of an answer. */
    static final int HEADERS = 200;
}
