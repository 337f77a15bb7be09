package org.citykit.icalendar.jcal;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** INTEGER and FLOAT values (RFC 5545 §3.3.7, §3.3.8) as the numbers of JSON, which know no plus and no zero in front. */
final class NumberText {
    private static final Pattern NUMBER = Pattern.compile("([+-]?)0*([0-9]{1,31})(\\.[0-9]{1,30})?");
    /** Beyond this many zeros a number is none of a calendar, and stays as JSON has it. */
    private static final int MOST_ZEROS = 40;

    private NumberText() {}

    /** Returns the number as JSON writes it, or empty where the value is none. */
    static Optional<String> toJson(String value, boolean fraction) {
        Matcher number = NUMBER.matcher(value);
        if (value.length() > 100 || !number.matches() || (!fraction && number.group(3) != null)) {
            return Optional.empty();
        }
        String sign = number.group(1).equals("-") ? "-" : "";
        return Optional.of(sign + number.group(2) + (number.group(3) == null ? "" : number.group(3)));
    }

    /** Returns a number of JSON without the exponent, which iCalendar does not know. */
    static String toIcalendar(String number) {
        if (number.indexOf('e') < 0 && number.indexOf('E') < 0) {
            return number;
        }
        try {
            BigDecimal exact = new BigDecimal(number);
            return Math.abs((long) exact.scale()) > MOST_ZEROS ? number : exact.toPlainString();
        } catch (NumberFormatException beyondAllExponents) {
            return number;
        }
    }
}
