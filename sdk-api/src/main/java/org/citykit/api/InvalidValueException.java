package org.citykit.api;

/**
 * Says that a record was built from a value outside its documented range. A reader of many rows catches it, reports
 * the row through {@link Sink#reject} and goes on.
 *
 * @since 1.0
 */
public final class InvalidValueException extends CityKitException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    /**
     * @param field the record's component, as a path
     * @param reason what is wrong with it and what is allowed
     */
    public InvalidValueException(String field, String reason) {
        super(ApiError.VALUE_INVALID, "'" + field + "' " + reason + ".");
        this.field = field;
        this.reason = reason;
    }

    /** The record's component, as a path. */
    public String field() {
        return field;
    }

    /** What is wrong with it and what is allowed, without the field's name. */
    public String reason() {
        return reason;
    }
}
