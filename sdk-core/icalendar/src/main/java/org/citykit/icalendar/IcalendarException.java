package org.citykit.icalendar;

/** The root of what this library throws; every subtype says where the fault is and what was expected. */
public abstract class IcalendarException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;

    /**
     * Creates the exception.
     *
     * @param message what is wrong, where, and what was expected
     */
    protected IcalendarException(String message) {
        super(message);
        this.message = message;
    }

    /** Returns the message, which is never absent. */
    @Override
    public String getMessage() {
        return message;
    }
}
