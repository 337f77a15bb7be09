package org.citykit.host.publish;

/** How rules are published that count in another calendar than the Gregorian (RFC 7529). */
public enum Rules {
    /** As the dates that they give, which every program understands. */
    DATES,
    /** As they are, for programs that read RFC 7529. */
    RSCALE
}
