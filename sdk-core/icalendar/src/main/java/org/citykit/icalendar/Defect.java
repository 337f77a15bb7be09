package org.citykit.icalendar;

import java.util.Objects;

/**
 * One fault found in a calendar, where it stands, and what was done about it.
 *
 * @param kind what sort of fault
 * @param line line of the file, counted from 1; 0 where no line applies
 * @param column octet of the unfolded line, counted from 1
 * @param expected what the standard asks for here
 * @param done how the reader went on
 */
public record Defect(Kind kind, int line, int column, String expected, String done) {

    /** Checks that nothing is missing. */
    public Defect {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(done, "done");
    }

    /** The sorts of faults. */
    public enum Kind {
        /** Octets that are no UTF-8, or a byte order mark. */
        ENCODING,
        /** Lines that do not end with CR LF; reported once. */
        LINE_ENDS,
        /** Empty lines; reported once. */
        BLANK_LINES,
        /** A continuation without its leading white space, or one with nothing to continue. */
        FOLDING,
        /** A name that is not in upper case; reported once. */
        LETTER_CASE,
        /** Octets that are no JSON, or JSON that is no jCal. */
        JSON,
        /** A line without name and colon. */
        CONTENT_LINE,
        /** A parameter without '=' or with an open quote. */
        PARAMETER,
        /** Components that stand in no VCALENDAR. */
        MISSING_VCALENDAR,
        /** A component without its END. */
        UNTERMINATED,
        /** An END without its BEGIN. */
        UNEXPECTED_END,
        /** A VTIMEZONE without any observance. */
        EMPTY_TIMEZONE,
        /** A required property that is not there. */
        MISSING_PROPERTY,
        /** A value that cannot be read as its type. */
        VALUE,
        /** A recurrence rule that cannot be followed. */
        RULE,
        /** A time zone that is unknown or not the one named. */
        ZONE,
        /** More than the reader was allowed to take. */
        LIMIT
    }

    /** Returns one line for people. */
    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + kind + ": expected " + expected + "; " + done;
    }
}
