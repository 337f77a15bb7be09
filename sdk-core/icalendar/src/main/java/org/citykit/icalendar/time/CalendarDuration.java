package org.citykit.icalendar.time;

/**
 * A DURATION: days that follow the calendar and seconds that follow the clock (RFC 5545 §3.3.6).
 *
 * @param days whole days, weeks counted as seven; negative for a span backwards
 * @param seconds the rest, of the same sign
 */
public record CalendarDuration(long days, long seconds) {
    private static final String EXPECTED = "a duration as P1W, P1DT2H or -PT15M";
    /** More than any calendar holds; keeps sums far from overflow. */
    private static final long MOST = 400_000L * 86_400;

    /** Checks the range and that the parts do not point in two directions. */
    public CalendarDuration {
        if (Math.abs(days) > MOST / 86_400
                || Math.abs(seconds) > MOST
                || Long.signum(days) * Long.signum(seconds) < 0) {
            throw new ValueFormatException(EXPECTED + " of less than a thousand years", days + " d " + seconds + " s");
        }
    }

    /**
     * Reads a duration. Lower case and mixed weeks and days are accepted.
     *
     * @param text as {@code P1DT2H}
     * @return the duration
     * @throws ValueFormatException if the text is none
     */
    public static CalendarDuration parse(String text) {
        String upper = text.strip();
        int at = 0;
        int sign = 1;
        if (!upper.isEmpty() && (upper.charAt(0) == '-' || upper.charAt(0) == '+')) {
            sign = upper.charAt(0) == '-' ? -1 : 1;
            at = 1;
        }
        if (at >= upper.length() || (upper.charAt(at) | 0x20) != 'p') {
            throw new ValueFormatException(EXPECTED, text);
        }
        return parts(upper, at + 1, sign, text);
    }

    private static CalendarDuration parts(String text, int start, int sign, String given) {
        long days = 0;
        long seconds = 0;
        long number = -1;
        boolean time = false;
        boolean any = false;
        for (int i = start; i < text.length(); i++) {
            char c = (char) (text.charAt(i) | 0x20);
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                number = Math.min(MOST, Math.max(number, 0) * 10 + text.charAt(i) - '0');
                continue;
            }
            if (c == 't' && !time && number < 0) {
                time = true;
                continue;
            }
            long unit = unit(c, time);
            if (unit == 0 || number < 0) {
                throw new ValueFormatException(EXPECTED, given);
            }
            if (time) {
                seconds += number * unit;
            } else {
                days += number * unit;
            }
            number = -1;
            any = true;
        }
        if (number >= 0 || !any) {
            throw new ValueFormatException(EXPECTED, given);
        }
        return new CalendarDuration(sign * days, sign * seconds);
    }

    private static long unit(char letter, boolean time) {
        return switch (letter) {
            case 'w' -> time ? 0 : 7;
            case 'd' -> time ? 0 : 1;
            case 'h' -> time ? 3_600 : 0;
            case 'm' -> time ? 60 : 0;
            case 's' -> time ? 1 : 0;
            default -> 0;
        };
    }

    /**
     * Writes the duration.
     *
     * @return the text of RFC 5545
     */
    public String toText() {
        if (days == 0 && seconds == 0) {
            return "PT0S";
        }
        StringBuilder text = new StringBuilder(days < 0 || seconds < 0 ? "-P" : "P");
        long left = Math.abs(seconds);
        if (days != 0) {
            text.append(Math.abs(days)).append('D');
        }
        if (left != 0) {
            text.append('T');
            append(text, left / 3_600, 'H');
            append(text, left / 60 % 60, 'M');
            append(text, left % 60, 'S');
        }
        return text.toString();
    }

    private static void append(StringBuilder text, long number, char unit) {
        if (number != 0) {
            text.append(number).append(unit);
        }
    }
}
