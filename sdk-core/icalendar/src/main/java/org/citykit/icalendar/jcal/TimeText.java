package org.citykit.icalendar.jcal;

/**
 * Dates, times and offsets with the separators of jCal (RFC 7265 §3.6) and without. What is none of them stays as it is,
 * so that nothing is lost.
 */
final class TimeText {
    private static final String[] PLAIN = {"dddddddd", "ddddddddTdddddd", "ddddddddTddddddZ", "dddddd", "ddddddZ"};
    private static final String[] PARTED = {
        "dddd-dd-dd", "dddd-dd-ddTdd:dd:dd", "dddd-dd-ddTdd:dd:ddZ", "dd:dd:dd", "dd:dd:ddZ"
    };
    private static final String[] PLAIN_OFFSETS = {"sdddd", "sdddddd"};
    private static final String[] PARTED_OFFSETS = {"sdd:dd", "sdd:dd:dd"};

    private TimeText() {}

    static boolean isDate(String value) {
        return matches(value, PLAIN[0]);
    }

    static boolean isTime(String value) {
        return matches(value, PLAIN[1]) || matches(value, PLAIN[2]);
    }

    static String toJson(String value) {
        return convert(value, PLAIN, PARTED);
    }

    static String toIcalendar(String value) {
        return convert(value, PARTED, PLAIN);
    }

    /** Reads a period that is one string, as drafts of jCal had it, and not an array of two. */
    static String periodToIcalendar(String value) {
        int slash = value.indexOf('/');
        return slash < 0
                ? value
                : toIcalendar(value.substring(0, slash)) + '/' + toIcalendar(value.substring(slash + 1));
    }

    static String offsetToJson(String value) {
        return convert(value, PLAIN_OFFSETS, PARTED_OFFSETS);
    }

    static String offsetToIcalendar(String value) {
        return convert(value, PARTED_OFFSETS, PLAIN_OFFSETS);
    }

    private static String convert(String value, String[] from, String[] to) {
        for (int i = 0; i < from.length; i++) {
            if (matches(value, from[i])) {
                return fill(to[i], value);
            }
        }
        return value;
    }

    private static boolean matches(String value, String form) {
        if (value.length() != form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char c = value.charAt(i);
            boolean fits =
                    switch (form.charAt(i)) {
                        case 'd' -> c >= '0' && c <= '9';
                        case 's' -> c == '+' || c == '-';
                        default -> c == form.charAt(i);
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Puts the digits and the sign of a value into another form. */
    private static String fill(String form, String value) {
        StringBuilder text = new StringBuilder(form.length());
        boolean signed = form.charAt(0) == 's';
        int at = signed ? 1 : 0;
        for (int i = 0; i < form.length(); i++) {
            switch (form.charAt(i)) {
                case 'd' -> {
                    while (value.charAt(at) < '0' || value.charAt(at) > '9') {
                        at++;
                    }
                    text.append(value.charAt(at++));
                }
                case 's' -> text.append(value.charAt(0));
                default -> text.append(form.charAt(i));
            }
        }
        return text.toString();
    }
}
