package org.citykit.cap;

/** For whom a message is meant (CAP 1.2 §3.2.1 scope). */
public enum Scope implements CapWord {
    /** For everyone. */
    PUBLIC("Public"),
    /** For those who meet the rule in the restriction. */
    RESTRICTED("Restricted"),
    /** For the given addresses only. */
    PRIVATE("Private");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
