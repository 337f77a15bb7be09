package org.citykit.icalendar.dates;

import org.citykit.icalendar.IcalendarException;

/** Says that a calendar has no such date, or cannot compute it. */
public final class UnknownDateException extends IcalendarException {
    private static final long serialVersionUID = 1L;

    UnknownDateException(String message) {
        super(message);
    }
}
