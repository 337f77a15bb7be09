package org.citykit.icalendar.jcal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.Parameter;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.PropertyDefinition;
import org.citykit.icalendar.json.JsonWriter;

/**
 * Writes components as jCal (RFC 7265), UTF-8 without white space. The same components give the same octets; a value that
 * is not of its type stands as the string that it is. Stateless, safe for any thread.
 */
public final class JcalWriter {
    private JcalWriter() {}

    /**
     * Writes calendars.
     *
     * @param calendars usually one VCALENDAR, which is then the whole document; several become an array of them
     * @return the octets
     */
    public static byte[] write(Collection<Component> calendars) {
        JsonWriter json = new JsonWriter(false);
        List<Component> all = List.copyOf(calendars);
        if (all.size() == 1) {
            components(all.iterator(), json);
        } else {
            json.beginArray();
            components(all.iterator(), json);
            json.endArray();
        }
        return json.toOctets();
    }

    private static void components(Iterator<Component> first, JsonWriter json) {
        Deque<Iterator<Component>> rest = new ArrayDeque<>();
        rest.push(first);
        while (!rest.isEmpty()) {
            if (rest.element().hasNext()) {
                Component next = rest.element().next();
                json.beginArray().string(next.name().toLowerCase(Locale.ROOT)).beginArray();
                next.properties().forEach(property -> property(property, json));
                json.endArray().beginArray();
                rest.push(next.components().iterator());
            } else {
                rest.pop();
                if (!rest.isEmpty()) {
                    json.endArray().endArray();
                }
            }
        }
    }

    private static void property(Property property, JsonWriter json) {
        PropertyType type = PropertyType.of(property);
        json.beginArray().string(property.name().toLowerCase(Locale.ROOT));
        parameters(property, json);
        json.string(type.name());
        boolean structured = type.form() == PropertyDefinition.Form.STRUCTURED;
        List<String> values = type.values(property);
        if (structured) {
            json.beginArray();
        }
        values.forEach(value -> value(type.name(), value, json));
        if (structured) {
            json.endArray();
        }
        json.endArray();
    }

    private static void parameters(Property property, JsonWriter json) {
        Map<String, List<String>> merged = new LinkedHashMap<>();
        for (Parameter parameter : property.parameters()) {
            boolean saysType = parameter.name().equals("VALUE")
                    && !(parameter.value().isEmpty() && parameter.values().size() == 1);
            if (!saysType) {
                merged.computeIfAbsent(parameter.name().toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
                        .addAll(parameter.values());
            }
        }
        json.beginObject();
        merged.forEach((name, values) -> {
            json.name(name);
            if (values.size() == 1) {
                json.string(values.get(0));
            } else {
                json.beginArray();
                values.forEach(json::string);
                json.endArray();
            }
        });
        json.endObject();
    }

    private static void value(String type, String value, JsonWriter json) {
        switch (type) {
            case "date", "date-time", "time" -> json.string(TimeText.toJson(value));
            case "utc-offset" -> json.string(TimeText.offsetToJson(value));
            case "boolean" -> {
                String lower = value.toLowerCase(Locale.ROOT);
                if (lower.equals("true") || lower.equals("false")) {
                    json.raw(lower);
                } else {
                    json.string(value);
                }
            }
            case "integer", "float" -> {
                NumberText.toJson(value, type.equals("float")).ifPresentOrElse(json::raw, () -> json.string(value));
            }
            case "period" -> period(value, json);
            case "recur" -> {
                if (!RecurText.write(value, json)) {
                    json.string(value);
                }
            }
            default -> json.string(value);
        }
    }

    private static void period(String value, JsonWriter json) {
        int slash = value.indexOf('/');
        if (slash < 0) {
            json.string(value);
            return;
        }
        json.beginArray()
                .string(TimeText.toJson(value.substring(0, slash)))
                .string(TimeText.toJson(value.substring(slash + 1)))
                .endArray();
    }
}
