package org.citykit.icalendar.jcal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.citykit.icalendar.Parameter;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.TextValue;
import org.citykit.icalendar.json.JsonReader;
import org.citykit.icalendar.json.JsonToken;
import org.jspecify.annotations.Nullable;

/** Reads the array of one property (RFC 7265 §3.4). Confined to one thread. */
final class PropertyReader {
    private final JsonReader json;
    private boolean tooLong;

    PropertyReader(JsonReader json) {
        this.json = json;
    }

    /** Tells whether the last property held a string beyond the limit. */
    boolean isTooLong() {
        return tooLong;
    }

    /** Reads a property whose array has begun, up to its end; null where the array is none of a property. */
    @Nullable
    Property read() {
        tooLong = false;
        JsonToken first = next();
        String name = json.text();
        if (first != JsonToken.STRING) {
            skip(first);
            return null;
        }
        JsonToken second = next();
        if (second != JsonToken.BEGIN_OBJECT) {
            skip(second);
            return null;
        }
        Map<String, List<String>> parameters = object();
        JsonToken third = next();
        String type = json.text().toLowerCase(Locale.ROOT);
        if (third != JsonToken.STRING) {
            skip(third);
            return null;
        }
        List<String> values = new ArrayList<>(1);
        JsonToken token = next();
        while (token != JsonToken.END_ARRAY) {
            values.add(value(token, type));
            token = next();
        }
        return values.isEmpty() || tooLong || !isToken(name) ? null : property(name, parameters, type, values);
    }

    private JsonToken next() {
        JsonToken token = json.next();
        tooLong |= (token == JsonToken.STRING || token == JsonToken.NAME) && json.isTooLong();
        return token;
    }

    /** Goes to the end of the property after a token that does not belong there. */
    private void skip(JsonToken token) {
        JsonToken at = token;
        while (at != JsonToken.END_ARRAY) {
            if (at == JsonToken.BEGIN_ARRAY || at == JsonToken.BEGIN_OBJECT) {
                json.skipRest();
            }
            at = next();
        }
    }

    private static boolean isToken(String name) {
        return name.length() <= 255
                && !name.isEmpty()
                && name.chars()
                        .allMatch(c -> c == '-'
                                || c == '_'
                                || c == '.'
                                || c == '/'
                                || (c < 128 && Character.isLetterOrDigit(c)));
    }

    private static @Nullable Property property(
            String name, Map<String, List<String>> parameters, String type, List<String> values) {
        List<Parameter> made = new ArrayList<>(parameters.size() + 1);
        if (!PropertyType.isDefault(name, type)) {
            made.add(Parameter.of("VALUE", type.toUpperCase(Locale.ROOT)));
        }
        parameters.forEach((parameter, texts) -> {
            // The type says what VALUE would; only an empty one, which says nothing, is a parameter as others are.
            boolean saysType = parameter.equalsIgnoreCase("VALUE") && !texts.equals(List.of(""));
            if (isToken(parameter) && !texts.isEmpty() && !saysType) {
                made.add(new Parameter(parameter, texts));
            }
        });
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.equals("BEGIN") || upper.equals("END") ? null : Property.of(upper, made, String.join(",", values));
    }

    /** Reads an object of texts, numbers and arrays of them. */
    private Map<String, List<String>> object() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        while (next() == JsonToken.NAME) {
            String name = json.text();
            List<String> values = found.computeIfAbsent(name, any -> new ArrayList<>(1));
            JsonToken token = next();
            if (token == JsonToken.BEGIN_ARRAY) {
                values.addAll(array());
            } else if (token == JsonToken.BEGIN_OBJECT) {
                json.skipRest();
            } else {
                values.add(scalar(token));
            }
        }
        return found;
    }

    /** Reads the rest of an array of scalars; what is inside an inner array counts as well. */
    private List<String> array() {
        List<String> values = new ArrayList<>();
        JsonToken token = next();
        while (token != JsonToken.END_ARRAY) {
            if (token == JsonToken.BEGIN_ARRAY) {
                values.add(array().stream().map(PropertyReader::withoutBreaks).collect(Collectors.joining(",")));
            } else if (token == JsonToken.BEGIN_OBJECT) {
                json.skipRest();
            } else {
                values.add(scalar(token));
            }
            token = next();
        }
        return values;
    }

    private String scalar(JsonToken token) {
        return switch (token) {
            case STRING -> json.text();
            case NUMBER -> NumberText.toIcalendar(json.text());
            case TRUE -> "TRUE";
            case FALSE -> "FALSE";
            default -> "";
        };
    }

    private String value(JsonToken token, String type) {
        if (token == JsonToken.BEGIN_ARRAY) {
            List<String> parts = array();
            if (type.equals("period")) {
                return parts.stream()
                        .map(part -> withoutBreaks(TimeText.toIcalendar(part)))
                        .collect(Collectors.joining("/"));
            }
            return parts.stream().map(part -> written(part, type)).collect(Collectors.joining(";"));
        }
        if (token == JsonToken.BEGIN_OBJECT) {
            String rule = RecurText.read(object());
            return withoutBreaks(rule);
        }
        return written(scalar(token), type);
    }

    private static String written(String value, String type) {
        return switch (type) {
            case "text" -> TextValue.escape(value);
            case "date", "date-time", "time" -> withoutBreaks(TimeText.toIcalendar(value));
            case "period" -> withoutBreaks(TimeText.periodToIcalendar(value));
            case "utc-offset" -> withoutBreaks(TimeText.offsetToIcalendar(value));
            default -> withoutBreaks(value);
        };
    }

    /** A raw value cannot hold what ends a line. */
    private static String withoutBreaks(String value) {
        return value.indexOf('\n') < 0 && value.indexOf('\r') < 0 ? value : value.replaceAll("[\r\n]+", " ");
    }
}
