package org.citykit.crisis.text;

/** Says that a text cannot be compiled or formatted. */
public final class TextFault extends Exception {
    private static final long serialVersionUID = 1L;

    TextFault(String message) {
        super(message);
    }

    TextFault(String message, Throwable cause) {
        super(message, cause);
    }
}
