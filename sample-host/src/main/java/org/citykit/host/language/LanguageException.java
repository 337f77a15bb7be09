package org.citykit.host.language;

/** The host's texts in a language are missing or incomplete; it refuses to start with them. */
public final class LanguageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LanguageException(String message) {
        super(message);
    }

    LanguageException(String message, Throwable cause) {
        super(message, cause);
    }
}
