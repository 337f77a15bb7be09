package org.citykit.icalendar.recur;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.citykit.icalendar.dates.CalendarScales;
import org.citykit.icalendar.recur.RecurrenceRuleException.Reason;
import org.citykit.icalendar.time.DateOrDateTime;
import org.citykit.icalendar.time.ValueFormatException;

/** Reads the text of one rule; every complaint says where. */
final class RuleParser {
    /** The longest year of any scale has 385 days. */
    private static final int MOST_YEAR_DAYS = 385;
    /** No set of one period is larger: a leap year in seconds. */
    private static final int MOST_POSITIONS = 366 * 86_400;

    /** Parts that say nothing when they are empty, as forms leave them. */
    private static final Set<String> MAY_BE_EMPTY = Set.of(
            "UNTIL",
            "COUNT",
            "WKST",
            "BYSECOND",
            "BYMINUTE",
            "BYHOUR",
            "BYDAY",
            "BYMONTHDAY",
            "BYYEARDAY",
            "BYWEEKNO",
            "BYMONTH",
            "BYSETPOS");

    private final String text;
    private final RuleParts parts = new RuleParts();
    private final Set<String> seen = new HashSet<>();
    private int at;

    RuleParser(String text) {
        this.text = text.toUpperCase(Locale.ROOT);
    }

    RuleParts parse() {
        while (at < text.length()) {
            int end = text.indexOf(';', at);
            end = end < 0 ? text.length() : end;
            if (!text.substring(at, end).isBlank()) {
                part(end);
            }
            at = end + 1;
        }
        if (!seen.contains("FREQ")) {
            throw malformed(0, "FREQ is missing");
        }
        checkCombinations();
        return parts;
    }

    private void part(int end) {
        int equals = text.indexOf('=', at);
        if (equals < 0 || equals >= end) {
            throw malformed(at, "expected NAME=VALUE");
        }
        String name = text.substring(at, equals).strip();
        if (!seen.add(name)) {
            throw malformed(at, name + " stands twice");
        }
        String value = text.substring(equals + 1, end).strip();
        int valueAt = equals + 1;
        if (value.isEmpty() && MAY_BE_EMPTY.contains(name)) {
            return;
        }
        switch (name) {
            case "FREQ" -> parts.frequency = choice(Frequency.class, value, valueAt);
            case "INTERVAL" -> parts.interval = positive(value, valueAt);
            case "COUNT" -> parts.count = positive(value, valueAt);
            case "UNTIL" -> parts.until = until(value, valueAt);
            case "WKST" -> parts.weekStart = weekday(value, valueAt);
            case "RSCALE" -> scale(value, valueAt);
            case "SKIP" -> parts.skip = choice(Skip.class, value, valueAt);
            case "BYDAY" -> parts.byDay = weekdays(value, valueAt);
            case "BYMONTH" -> parts.byMonth = months(value, valueAt);
            default -> numberPart(name, value, valueAt);
        }
    }

    private void numberPart(String name, String value, int valueAt) {
        switch (name) {
            case "BYSECOND" ->
                parts.bySecond = IntStream.of(numbers(value, valueAt, 0, 60))
                        .map(second -> Math.min(second, 59))
                        .distinct()
                        .toArray();
            case "BYMINUTE" -> parts.byMinute = numbers(value, valueAt, 0, 59);
            case "BYHOUR" -> parts.byHour = numbers(value, valueAt, 0, 23);
            case "BYMONTHDAY" -> parts.byMonthDay = numbers(value, valueAt, -31, 31);
            case "BYYEARDAY" -> parts.byYearDay = numbers(value, valueAt, -MOST_YEAR_DAYS, MOST_YEAR_DAYS);
            case "BYWEEKNO" -> parts.byWeekNo = numbers(value, valueAt, -55, 55);
            case "BYSETPOS" -> parts.bySetPos = numbers(value, valueAt, -MOST_POSITIONS, MOST_POSITIONS);
            default -> {
                // RFC 2445 §4.3.10 allowed parts of private names; they say nothing about time that others could know.
                if (!name.startsWith("X-")) {
                    throw malformed(at, "part " + name + " is unknown");
                }
            }
        }
    }

    private void checkCombinations() {
        if (parts.byWeekNo.length > 0 && parts.frequency != Frequency.YEARLY) {
            throw unsupported("BYWEEKNO belongs to yearly rules only");
        }
        if (parts.byWeekNo.length > 0 && (parts.byMonthDay.length > 0 || parts.byYearDay.length > 0)) {
            throw unsupported(
                    "BYWEEKNO together with BYMONTHDAY or BYYEARDAY is not defined where weeks cross the year");
        }
    }

    private void scale(String value, int valueAt) {
        parts.scale = CalendarScales.named(value)
                .orElseThrow(() -> new RecurrenceRuleException(
                        Reason.UNSUPPORTED,
                        valueAt,
                        "RSCALE=" + value + " is not computed here. Known are " + CalendarScales.all() + "."));
        parts.scaleNamed = true;
    }

    private DateOrDateTime until(String value, int valueAt) {
        try {
            // Some write the separators of ISO 8601.
            return DateOrDateTime.parse(value.replace("-", "").replace(":", ""));
        } catch (ValueFormatException malformed) {
            throw malformed(valueAt, "UNTIL is no date or time");
        }
    }

    private List<WeekdayPart> weekdays(String value, int valueAt) {
        Set<WeekdayPart> found = new LinkedHashSet<>();
        for (String each : pieces(value)) {
            if (each.length() < 2) {
                throw malformed(valueAt, "expected a weekday, found '" + each + "'");
            }
            int day = weekday(each.substring(each.length() - 2), valueAt);
            String ordinal = each.substring(0, each.length() - 2);
            int number = ordinal.isEmpty() ? 0 : number(ordinal, valueAt, -60, 60);
            if (!ordinal.isEmpty() && number == 0) {
                throw malformed(valueAt, "the 0th weekday does not exist");
            }
            found.add(new WeekdayPart(DayOfWeek.of(day + 1), number));
        }
        parts.weekdays =
                found.stream().mapToInt(each -> each.day().getValue() - 1).toArray();
        parts.weekdayOrdinals = found.stream().mapToInt(WeekdayPart::ordinal).toArray();
        return List.copyOf(found);
    }

    private int weekday(String code, int valueAt) {
        int index = WeekdayPart.indexOf(code);
        if (index < 0) {
            throw malformed(valueAt, "expected MO to SU, found '" + code + "'");
        }
        return index;
    }

    private int[] months(String value, int valueAt) {
        return pieces(value).stream()
                .mapToInt(each -> {
                    boolean leap = each.endsWith("L");
                    String digits = leap ? each.substring(0, each.length() - 1) : each;
                    return number(digits, valueAt, 1, 13) * 2 + (leap ? 1 : 0);
                })
                .sorted()
                .distinct()
                .toArray();
    }

    private int[] numbers(String value, int valueAt, int least, int most) {
        return pieces(value).stream()
                .mapToInt(each -> {
                    int number = number(each, valueAt, least, most);
                    if (number == 0 && least < 0) {
                        throw malformed(valueAt, "0 counts nothing here");
                    }
                    return number;
                })
                .sorted()
                .distinct()
                .toArray();
    }

    private static List<String> pieces(String value) {
        List<String> found = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || value.charAt(i) == ',') {
                found.add(value.substring(start, i).strip());
                start = i + 1;
            }
        }
        return found;
    }

    private int positive(String value, int valueAt) {
        return number(value, valueAt, 1, Integer.MAX_VALUE);
    }

    private int number(String digits, int valueAt, int least, int most) {
        boolean negative = digits.startsWith("-");
        int start = negative || digits.startsWith("+") ? 1 : 0;
        long number = 0;
        for (int i = start; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9' || number > Integer.MAX_VALUE) {
                throw malformed(valueAt, "expected a number from " + least + " to " + most);
            }
            number = number * 10 + c - '0';
        }
        number = negative ? -number : number;
        if (start == digits.length() || number < least || number > most) {
            throw malformed(valueAt, "expected a number from " + least + " to " + most);
        }
        return (int) number;
    }

    private <T extends Enum<T>> T choice(Class<T> type, String value, int valueAt) {
        for (T each : type.getEnumConstants()) {
            if (each.name().equals(value)) {
                return each;
            }
        }
        throw malformed(valueAt, "expected one of " + List.of(type.getEnumConstants()));
    }

    private RecurrenceRuleException malformed(int position, String what) {
        return new RecurrenceRuleException(
                Reason.MALFORMED, position, "Recurrence rule, character " + (position + 1) + ": " + what + ".");
    }

    private static RecurrenceRuleException unsupported(String what) {
        return new RecurrenceRuleException(Reason.UNSUPPORTED, 0, "Recurrence rule: " + what + ".");
    }
}
