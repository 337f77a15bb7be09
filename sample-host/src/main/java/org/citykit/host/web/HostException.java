package org.citykit.host.web;

/** The server cannot start or stop. */
public final class HostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    HostException(String message, Throwable cause) {
        super(message, cause);
    }
}
