package org.citykit.icalendar.json;

import org.citykit.icalendar.IcalendarException;

/** Says where octets stop to be JSON. */
public final class JsonException extends IcalendarException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String expected;

    JsonException(int line, int column, String expected) {
        super("Line " + line + ", column " + column + ": expected " + expected + ".");
        this.line = line;
        this.column = column;
        this.expected = expected;
    }

    /** The line, counted from 1. */
    public int line() {
        return line;
    }

    /** The octet of the line, counted from 1. */
    public int column() {
        return column;
    }

    /** What JSON asks for there. */
    public String expected() {
        return expected;
    }
}
