package org.citykit.icalendar.jcal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.citykit.icalendar.CalendarDocument;
import org.citykit.icalendar.Component;
import org.citykit.icalendar.Defect;
import org.citykit.icalendar.MalformedContentException;
import org.citykit.icalendar.Property;
import org.citykit.icalendar.ReachedLimit;
import org.citykit.icalendar.ReadLimits;
import org.citykit.icalendar.json.JsonException;
import org.citykit.icalendar.json.JsonReader;
import org.citykit.icalendar.json.JsonToken;
import org.jspecify.annotations.Nullable;

/**
 * Reads jCal (RFC 7265) into the model that {@link org.citykit.icalendar.CalendarReader} makes of the text form. Nothing
 * in the input makes it throw: what is no property or component is reported and left out, and where the JSON ends
 * unsoundly, what stood before is kept. Stateless, safe for any thread.
 */
public final class JcalReader {
    private static final String CALENDAR = "VCALENDAR";
    /** Reading calls itself for inner components; no honest calendar comes near. */
    private static final int DEEPEST = 200;
    /** Arrays around and inside a component: calendars, its own, its list, a property, a value, a part. */
    private static final int ARRAYS = 8;

    private final JsonReader json;
    private final PropertyReader reader;
    private final ReadLimits limits;
    private final int deepest;
    private final List<Defect> defects = new ArrayList<>();
    private final Set<ReachedLimit> reached = EnumSet.noneOf(ReachedLimit.class);
    private long defectCount;
    private int components;
    private int properties;

    private JcalReader(byte[] octets, ReadLimits limits) {
        this.limits = limits;
        this.deepest = Math.min(limits.depth(), DEEPEST);
        int end = (int) Math.min(octets.length, limits.bytes());
        // Two arrays a level; one that is left out for its depth may be this deep again.
        this.json = new JsonReader(octets, end, 2 * DEEPEST * 2 + ARRAYS, limits.lineOctets());
        this.reader = new PropertyReader(json);
    }

    /**
     * Reads a document.
     *
     * @param octets UTF-8: a vcalendar, an array of them, or any component, which is then put into a calendar
     * @param limits what may be taken; a string counts as a line
     * @return the document; components and properties have no line of their own, defects have
     */
    public static CalendarDocument read(byte[] octets, ReadLimits limits) {
        boolean marked =
                octets.length >= 3 && octets[0] == (byte) 0xef && octets[1] == (byte) 0xbb && octets[2] == (byte) 0xbf;
        JcalReader reader = new JcalReader(marked ? Arrays.copyOfRange(octets, 3, octets.length) : octets, limits);
        if (marked) {
            reader.report(Defect.Kind.ENCODING, 1, 1, "UTF-8 without byte order mark", "passed over the mark");
        }
        List<Component> found = new ArrayList<>();
        try {
            reader.document(found);
        } catch (JsonException unsound) {
            if (octets.length > limits.bytes()) {
                reader.limit(ReachedLimit.BYTES, "at most " + limits.bytes() + " octets", "stopped reading");
            } else {
                reader.report(
                        Defect.Kind.JSON,
                        unsound.line(),
                        unsound.column(),
                        unsound.expected(),
                        "kept what stood before");
            }
        }
        return new CalendarDocument(reader.wrapped(found), reader.defects, reader.defectCount, reader.reached);
    }

    private List<Component> wrapped(List<Component> found) {
        List<Component> calendars = new ArrayList<>();
        List<Component> stray = new ArrayList<>();
        for (Component component : found) {
            (component.name().equals(CALENDAR) ? calendars : stray).add(component);
        }
        if (!stray.isEmpty()) {
            report(Defect.Kind.MISSING_VCALENDAR, 1, 1, "a vcalendar", "put the components into a VCALENDAR");
            calendars.add(Component.of(CALENDAR, List.of(), stray));
        }
        return calendars;
    }

    private void document(List<Component> found) {
        JsonToken first = json.next();
        if (first == JsonToken.END) {
            return;
        }
        if (first != JsonToken.BEGIN_ARRAY) {
            here("the array of a component");
            if (first == JsonToken.BEGIN_OBJECT) {
                json.skipRest();
            }
        } else {
            JsonToken second = json.next();
            if (second == JsonToken.STRING) {
                component(json.text(), 1, found);
            } else {
                list(second, 1, found);
            }
        }
        json.next();
    }

    /** Reads components up to the end of their array, the first token having been read. */
    private void list(JsonToken first, int depth, List<Component> found) {
        JsonToken token = first;
        while (token != JsonToken.END_ARRAY) {
            if (token == JsonToken.BEGIN_ARRAY) {
                JsonToken name = json.next();
                if (name == JsonToken.STRING) {
                    component(json.text(), depth, found);
                } else {
                    skip(name);
                    here("the name of a component");
                }
            } else {
                here("the array of a component");
                skipValue(token);
            }
            token = json.next();
        }
    }

    /** Reads a component behind its name; what of it was read is added, even if reading fails within. */
    private void component(String name, int depth, List<Component> found) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (depth > deepest || components == limits.components()) {
            boolean deep = depth > deepest;
            limit(
                    deep ? ReachedLimit.DEPTH : ReachedLimit.COMPONENTS,
                    deep ? "at most " + deepest + " levels" : "at most " + limits.components() + " components",
                    "left the component out");
            json.skipRest();
            return;
        }
        List<Property> own = new ArrayList<>();
        List<Component> inner = new ArrayList<>(0);
        components++;
        try {
            JsonToken token = json.next();
            if (token == JsonToken.BEGIN_ARRAY) {
                properties(own);
                token = json.next();
                if (token == JsonToken.BEGIN_ARRAY) {
                    list(json.next(), depth + 1, inner);
                    token = json.next();
                }
            }
            if (token != JsonToken.END_ARRAY) {
                here("a name, an array of properties, an array of components");
                skip(token);
            }
        } finally {
            @Nullable Component made = made(upper, own, inner);
            if (made != null) {
                found.add(made);
            }
        }
    }

    private @Nullable Component made(String name, List<Property> own, List<Component> inner) {
        try {
            return Component.of(name, own, inner);
        } catch (MalformedContentException noToken) {
            here("the name of a component");
            return null;
        }
    }

    private void properties(List<Property> found) {
        JsonToken token = json.next();
        while (token != JsonToken.END_ARRAY) {
            if (token == JsonToken.BEGIN_ARRAY) {
                property(found);
            } else {
                here("the array of a property");
                skipValue(token);
            }
            token = json.next();
        }
    }

    private void property(List<Property> found) {
        Property property = reader.read();
        if (reader.isTooLong()) {
            limit(ReachedLimit.LINE_OCTETS, "shorter strings, see ReadLimits.lineOctets", "left the property out");
        } else if (property == null) {
            here("a name, an object of parameters, a type and a value");
        } else if (properties == limits.properties()) {
            limit(ReachedLimit.PROPERTIES, "at most " + limits.properties() + " properties", "left the others out");
        } else {
            properties++;
            found.add(property);
        }
    }

    /** Goes to the end of the array that is open. */
    private void skip(JsonToken first) {
        JsonToken token = first;
        while (token != JsonToken.END_ARRAY) {
            skipValue(token);
            token = json.next();
        }
    }

    private void skipValue(JsonToken token) {
        if (token == JsonToken.BEGIN_ARRAY || token == JsonToken.BEGIN_OBJECT) {
            json.skipRest();
        }
    }

    private void limit(ReachedLimit which, String expected, String done) {
        if (reached.add(which)) {
            report(Defect.Kind.LIMIT, json.line(), json.column(), expected, done);
        }
    }

    private void here(String expected) {
        report(Defect.Kind.JSON, json.line(), json.column(), expected, "left it out");
    }

    private void report(Defect.Kind kind, int line, int column, String expected, String done) {
        defectCount++;
        if (defects.size() < limits.defects()) {
            defects.add(new Defect(kind, line, column, expected, done));
        }
    }
}
