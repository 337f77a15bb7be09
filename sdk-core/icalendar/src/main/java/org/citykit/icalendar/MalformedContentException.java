package org.citykit.icalendar;

/** Says that text given by the caller cannot stand in an iCalendar content line (RFC 5545 §3.1). */
public final class MalformedContentException extends IcalendarException {
    private static final long serialVersionUID = 1L;

    MalformedContentException(String message) {
        super(message);
    }
}
