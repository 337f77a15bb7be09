package org.citykit.cap;

/** How great the threat to life or property is (CAP 1.2 §3.2.2 severity). */
public enum Severity implements CapWord {
    /** Extraordinary. */
    EXTREME("Extreme"),
    /** Significant. */
    SEVERE("Severe"),
    /** Possible. */
    MODERATE("Moderate"),
    /** Minimal or none known. */
    MINOR("Minor"),
    /** Not known. */
    UNKNOWN("Unknown");

    private final String text;

    Severity(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
