package org.citykit.cap;

/** How soon one must act (CAP 1.2 §3.2.2 urgency). */
public enum Urgency implements CapWord {
    /** At once. */
    IMMEDIATE("Immediate"),
    /** Within the next hour. */
    EXPECTED("Expected"),
    /** In the near future. */
    FUTURE("Future"),
    /** Action is no longer needed. */
    PAST("Past"),
    /** Not known. */
    UNKNOWN("Unknown");

    private final String text;

    Urgency(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
