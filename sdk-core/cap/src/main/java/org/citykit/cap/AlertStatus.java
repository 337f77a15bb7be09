package org.citykit.cap;

/** How an alert is to be handled: for real, or not (CAP 1.2 §3.2.1 status). */
public enum AlertStatus implements CapWord {
    /** Actionable by everyone it reaches. */
    ACTUAL("Actual"),
    /** Actionable only by the participants of the exercise named in the note. */
    EXERCISE("Exercise"),
    /** Supports the alert network itself. */
    SYSTEM("System"),
    /** Technical test; recipients disregard it. */
    TEST("Test"),
    /** A preliminary template, not actionable in this form. */
    DRAFT("Draft");

    private final String text;

    AlertStatus(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
