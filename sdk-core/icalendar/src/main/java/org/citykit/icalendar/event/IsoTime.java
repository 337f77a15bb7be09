package org.citykit.icalendar.event;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citykit.icalendar.IcalendarException;
import org.citykit.icalendar.time.DateOrDateTime;

/** Reads times that were written as ISO 8601 has them and RFC 5545 does not: with separators, or with an offset. */
final class IsoTime {
    private static final Pattern FORM = Pattern.compile("(\\d{4})-?(\\d\\d)-?(\\d\\d)"
            + "(?:[Tt ](\\d\\d):?(\\d\\d)(?::?(\\d\\d)(?:[.,]\\d{1,9})?)?([Zz]|[+-]\\d\\d(?::?\\d\\d)?)?)?");

    private IsoTime() {}

    /** Returns the time, in UTC where it has an offset, or empty where the text is no time in this form either. */
    static Optional<DateOrDateTime> parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
            if (parts.group(4) == null) {
                return Optional.of(DateOrDateTime.of(date));
            }
            // A leap second counts as the second before it.
            LocalDateTime local = date.atTime(number(parts, 4), number(parts, 5), Math.min(59, number(parts, 6)));
            String offset = parts.group(7);
            return Optional.of(
                    offset == null
                            ? DateOrDateTime.floating(local)
                            : DateOrDateTime.of(local.toInstant(ZoneOffset.of(offset.toUpperCase(Locale.ROOT)))));
        } catch (DateTimeException | IcalendarException noSuchTime) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }
}
