package org.citykit.icalendar.jcal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.citykit.icalendar.json.JsonWriter;

/** RECUR values as the objects of jCal (RFC 7265 §3.6.10) and back. */
final class RecurText {
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,8})");
    /** Parts whose values are numbers, be they written with a plus or a zero in front. */
    private static final Set<String> NUMBERED = Set.of(
            "count",
            "interval",
            "bysecond",
            "byminute",
            "byhour",
            "bymonthday",
            "byyearday",
            "byweekno",
            "bymonth",
            "bysetpos");

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9-]+=[^=;]+");

    private RecurText() {}

    /** Writes a rule as an object; false, with nothing written, where it has no parts. */
    static boolean write(String value, JsonWriter json) {
        List<String> parts = parts(value);
        if (parts.isEmpty()) {
            return false;
        }
        json.beginObject();
        for (String part : parts) {
            int equals = part.indexOf('=');
            String name = part.substring(0, equals).toLowerCase(Locale.ROOT);
            json.name(name);
            part(name, part.substring(equals + 1), json);
        }
        json.endObject();
        return true;
    }

    private static void part(String name, String value, JsonWriter json) {
        if (name.equals("until")) {
            json.string(TimeText.toJson(value));
            return;
        }
        String[] values = value.split(",", -1);
        boolean list = values.length > 1;
        if (list) {
            json.beginArray();
        }
        for (String each : values) {
            Optional<String> number = number(name, each);
            if (number.isPresent()) {
                json.raw(number.get());
            } else {
                json.string(each);
            }
        }
        if (list) {
            json.endArray();
        }
    }

    private static Optional<String> number(String name, String value) {
        if (value.length() > 10 || value.equals("-0")) {
            return Optional.empty();
        }
        return NUMBERED.contains(name)
                ? NumberText.toJson(value, false)
                : Optional.of(value).filter(each -> NUMBER.matcher(each).matches());
    }

    /** Returns the parts, none where one of them is none or comes twice. */
    private static List<String> parts(String value) {
        List<String> parts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        String whole = value.endsWith(";") ? value.substring(0, value.length() - 1) : value;
        for (String part : whole.split(";", -1)) {
            if (!PART.matcher(part).matches()) {
                return List.of();
            }
            String name = part.substring(0, part.indexOf('=')).toUpperCase(Locale.ROOT);
            if (names.contains(name) || names.size() == 100) {
                return List.of();
            }
            names.add(name);
            parts.add(part);
        }
        return parts;
    }

    /** Returns the rule of an object: values are lists of strings and numbers. */
    static String read(Map<String, List<String>> object) {
        StringBuilder rule = new StringBuilder();
        object.forEach((name, values) -> {
            rule.append(rule.isEmpty() ? "" : ";")
                    .append(name.toUpperCase(Locale.ROOT))
                    .append('=');
            boolean until = name.equalsIgnoreCase("until");
            for (int i = 0; i < values.size(); i++) {
                rule.append(i == 0 ? "" : ",").append(until ? TimeText.toIcalendar(values.get(i)) : values.get(i));
            }
        });
        return rule.toString();
    }
}
