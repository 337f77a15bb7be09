package org.citykit.icalendar.time;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;

/** The text form of dates and times (RFC 5545 §3.3.4, §3.3.5), read and written in ASCII digits. */
final class DateTimeText {
    private static final String EXPECTED = "a date as 20260321 or a time as 20260321T090000Z";

    private DateTimeText() {}

    static DateOrDateTime parse(String given) {
        String text = given.strip();
        int length = text.length();
        boolean utc = length > 8 && (text.charAt(length - 1) | 0x20) == 'z';
        int end = utc ? length - 1 : length;
        boolean date = end == 8 && !utc;
        boolean time = (end == 15 || end == 13) && (text.charAt(8) | 0x20) == 't';
        if (!date && !time) {
            throw new ValueFormatException(EXPECTED, given);
        }
        DateOrDateTime.Kind kind =
                date ? DateOrDateTime.Kind.DATE : utc ? DateOrDateTime.Kind.UTC : DateOrDateTime.Kind.FLOATING;
        try {
            int hour = date ? 0 : number(text, 9, 11, given);
            int minute = date ? 0 : number(text, 11, 13, given);
            // A leap second counts as the second before it, as RFC 5545 §3.3.12 asks of who has none.
            int second = end == 15 ? Math.min(59, number(text, 13, 15, given)) : 0;
            boolean endOfDay = hour == 24 && minute == 0 && second == 0;
            LocalDateTime local = LocalDateTime.of(
                    number(text, 0, 4, given),
                    number(text, 4, 6, given),
                    number(text, 6, 8, given),
                    endOfDay ? 0 : hour,
                    minute,
                    second);
            return new DateOrDateTime(kind, endOfDay ? local.plusDays(1) : local, Optional.empty());
        } catch (DateTimeException noSuchDate) {
            throw new ValueFormatException(EXPECTED, given);
        }
    }

    private static int number(String text, int start, int end, String given) {
        int value = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                throw new ValueFormatException(EXPECTED, given);
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    static String write(DateOrDateTime value) {
        LocalDateTime local = value.local();
        StringBuilder text = new StringBuilder(16);
        digits(text, local.getYear(), 4);
        digits(text, local.getMonthValue(), 2);
        digits(text, local.getDayOfMonth(), 2);
        if (!value.isDate()) {
            text.append('T');
            digits(text, local.getHour(), 2);
            digits(text, local.getMinute(), 2);
            digits(text, local.getSecond(), 2);
        }
        return value.kind() == DateOrDateTime.Kind.UTC ? text.append('Z').toString() : text.toString();
    }

    private static void digits(StringBuilder text, int value, int width) {
        String digits = Integer.toString(value);
        text.append("0".repeat(width - digits.length())).append(digits);
    }
}
