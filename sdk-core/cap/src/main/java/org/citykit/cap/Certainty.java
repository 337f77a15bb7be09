package org.citykit.cap;

/** How sure the sender is of the event (CAP 1.2 §3.2.2 certainty). */
public enum Certainty implements CapWord {
    /** Has happened or is going on. */
    OBSERVED("Observed"),
    /** More likely than not. */
    LIKELY("Likely"),
    /** Possible but not likely. */
    POSSIBLE("Possible"),
    /** Not expected. */
    UNLIKELY("Unlikely"),
    /** Not known. */
    UNKNOWN("Unknown");

    private final String text;

    Certainty(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
