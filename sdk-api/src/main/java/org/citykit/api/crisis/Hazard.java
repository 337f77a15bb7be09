package org.citykit.api.crisis;

import org.citykit.api.validation.Check;

/**
 * How bad, how soon and how sure, in the terms of CAP 1.2 §3.2.2.
 *
 * @param urgency how soon people must act
 * @param severity how bad it is
 * @param certainty how sure it is
 * @since 1.0
 */
public record Hazard(Urgency urgency, Severity severity, Certainty certainty) {
    /** How soon people must act. */
    public enum Urgency {
        /** At once. */
        IMMEDIATE,
        /** Within the hour. */
        EXPECTED,
        /** In the near future. */
        FUTURE,
        /** No longer. */
        PAST,
        /** Not known. */
        UNKNOWN
    }

    /** How bad it is. */
    public enum Severity {
        /** Extraordinary threat to life or property. */
        EXTREME,
        /** Significant threat. */
        SEVERE,
        /** Possible threat. */
        MODERATE,
        /** Little or no threat. */
        MINOR,
        /** Not known. */
        UNKNOWN
    }

    /** How sure it is. */
    public enum Certainty {
        /** It has happened or goes on. */
        OBSERVED,
        /** More likely than not. */
        LIKELY,
        /** Possible, not likely. */
        POSSIBLE,
        /** Not expected. */
        UNLIKELY,
        /** Not known. */
        UNKNOWN
    }

    public Hazard {
        Check.present("urgency", urgency);
        Check.present("severity", severity);
        Check.present("certainty", certainty);
    }
}
