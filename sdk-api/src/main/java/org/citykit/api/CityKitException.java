package org.citykit.api;

/**
 * The root of everything CityKit throws on purpose: a code, and a message that says what happened, where, and what to
 * do.
 *
 * <p>A vendor may throw it from {@link Source#fetch} with one of the codes of {@link ApiError}; the module then shows
 * the message as its reason.
 *
 * @since 1.0
 */
public class CityKitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;

    /**
     * @param code names the error; its anchor is appended to the message
     * @param message what happened, where, and what to do
     */
    public CityKitException(ErrorCode code, String message) {
        super(told(code, message));
        this.code = code;
    }

    /**
     * @param code names the error; its anchor is appended to the message
     * @param message what happened, where, and what to do
     * @param cause what led to it
     */
    public CityKitException(ErrorCode code, String message, Throwable cause) {
        super(told(code, message), cause);
        this.code = code;
    }

    /** Names the error. */
    public final ErrorCode code() {
        return code;
    }

    private static String told(ErrorCode code, String message) {
        return message + " See errors.md#" + code.anchor();
    }
}
