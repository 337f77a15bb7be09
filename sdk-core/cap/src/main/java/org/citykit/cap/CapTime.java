package org.citykit.cap;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The form CAP gives to a time: {@code 2002-05-24T16:49:00-07:00}, UTC as {@code -00:00} (CAP 1.2 §3.3.2). */
public final class CapTime {
    private static final int LENGTH = "2002-05-24T16:49:00-07:00".length();
    private static final String PATTERN = "dddd-dd-ddTdd:dd:dd+dd:dd";
    private static final int MAX_OFFSET_HOURS = 14;

    private CapTime() {}

    /**
     * Writes a time.
     *
     * @param time any time that {@link #normalize} accepts
     * @return 25 ASCII characters
     * @throws CapValueException when the form cannot carry it
     */
    public static String format(OffsetDateTime time) {
        OffsetDateTime t = normalize(time);
        StringBuilder out = new StringBuilder(LENGTH);
        digits(out, t.getYear(), 4).append('-');
        digits(out, t.getMonthValue(), 2).append('-');
        digits(out, t.getDayOfMonth(), 2).append('T');
        digits(out, t.getHour(), 2).append(':');
        digits(out, t.getMinute(), 2).append(':');
        digits(out, t.getSecond(), 2);
        int minutes = t.getOffset().getTotalSeconds() / 60;
        out.append(minutes > 0 ? '+' : '-');
        digits(out, Math.abs(minutes) / 60, 2).append(':');
        return digits(out, Math.abs(minutes) % 60, 2).toString();
    }

    /**
     * Reads a time in exactly the form of CAP 1.2.
     *
     * @param text 25 ASCII characters
     * @return the time, seconds precise
     * @throws CapValueException when the text has another form or names no real time
     */
    public static OffsetDateTime parse(String text) {
        if (!hasForm(text)) {
            throw new CapValueException(FindingCode.TIME_MALFORMED, "'" + Wording.shorten(text) + "' is no CAP time.");
        }
        int sign = text.charAt(19) == '-' ? -1 : 1;
        try {
            ZoneOffset offset = ZoneOffset.ofHoursMinutes(sign * number(text, 20, 22), sign * number(text, 23, 25));
            return normalize(OffsetDateTime.of(
                    number(text, 0, 4),
                    number(text, 5, 7),
                    number(text, 8, 10),
                    number(text, 11, 13),
                    number(text, 14, 16),
                    number(text, 17, 19),
                    0,
                    offset));
        } catch (DateTimeException e) {
            throw new CapValueException(
                    FindingCode.TIME_MALFORMED, "'" + text + "' names no real time: " + e.getMessage() + ".");
        }
    }

    /**
     * Brings a time into what the form can carry: whole seconds, the rest cut off.
     *
     * @param time any time
     * @return the time without fractions of a second
     * @throws CapValueException when the year is not 1 to 9999, or the offset has seconds or exceeds 14 hours
     */
    public static OffsetDateTime normalize(OffsetDateTime time) {
        int seconds = time.getOffset().getTotalSeconds();
        if (time.getYear() < 1 || time.getYear() > 9999) {
            throw new CapValueException(
                    FindingCode.TIME_MALFORMED, "The year " + time.getYear() + " has not four digits.");
        }
        if (seconds % 60 != 0 || Math.abs(seconds) > MAX_OFFSET_HOURS * 3600) {
            throw new CapValueException(
                    FindingCode.TIME_MALFORMED, "The offset " + time.getOffset() + " cannot be written.");
        }
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static boolean hasForm(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean fits =
                    switch (PATTERN.charAt(i)) {
                        case 'd' -> c >= '0' && c <= '9';
                        case '+' -> c == '+' || c == '-';
                        default -> c == PATTERN.charAt(i);
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int n = 0;
        for (int i = from; i < to; i++) {
            n = n * 10 + (text.charAt(i) - '0');
        }
        return n;
    }

    private static StringBuilder digits(StringBuilder out, int value, int width) {
        for (int unit = width == 4 ? 1000 : 10; unit > 0; unit /= 10) {
            out.append((char) ('0' + value / unit % 10));
        }
        return out;
    }
}
