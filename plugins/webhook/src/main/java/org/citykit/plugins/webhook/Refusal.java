package org.citykit.plugins.webhook;

/** Says that an alert cannot be put into a format, however often it is tried. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
