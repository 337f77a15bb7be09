package org.citykit.host.web;

/** A parameter asks for something that does not exist. */
public final class BadParameterException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String parameter;
    private final String value;
    private final boolean tooLong;

    private BadParameterException(String parameter, String value, boolean tooLong) {
        super("Parameter '" + parameter + "' cannot be \"" + value + "\".", null, false, false);
        this.parameter = parameter;
        this.value = value;
        this.tooLong = tooLong;
    }

    /** The value of a parameter is none that it can have. */
    public static BadParameterException value(String parameter, String value) {
        return new BadParameterException(parameter, value, false);
    }

    /** The value of a parameter is too long. */
    static BadParameterException length(String parameter) {
        return new BadParameterException(parameter, "…", true);
    }

    /** Which parameter. */
    String parameter() {
        return parameter;
    }

    /** Its value. */
    String value() {
        return value;
    }

    /** True if the value is too long, so that it is not repeated. */
    boolean tooLong() {
        return tooLong;
    }
}
