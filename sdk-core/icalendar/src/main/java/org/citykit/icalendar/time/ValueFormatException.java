package org.citykit.icalendar.time;

import org.citykit.icalendar.IcalendarException;

/** Says that text is no value of the expected type; the message quotes the text. */
public final class ValueFormatException extends IcalendarException {
    private static final long serialVersionUID = 1L;

    ValueFormatException(String expected, String found) {
        super("Expected " + expected + ", found '" + shortened(found) + "'.");
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
