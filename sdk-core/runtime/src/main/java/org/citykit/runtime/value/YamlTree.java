package org.citykit.runtime.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citykit.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/**
 * Builds the tree of values from the parser's events, so that limits hold before the heap does. Confined to one thread
 * and one text.
 */
final class YamlTree {
    /** A value with the number of values in it, repeated ones counted as often as they are repeated. */
    private record Sized(Value value, long size) {}

    private final Parser events;
    private final ValueLimits limits;
    private final ErrorCode malformed;
    private final Complaints complaints;
    private final Map<String, Sized> anchors = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private long size;
    private int aliases;

    YamlTree(Parser events, ValueLimits limits, ErrorCode malformed, Complaints complaints) {
        this.events = events;
        this.limits = limits;
        this.malformed = malformed;
        this.complaints = complaints;
    }

    Value document() {
        events.getEvent(); // the stream's start
        if (events.checkEvent(Event.ID.StreamEnd)) {
            return new ScalarValue(Place.top("", 1, 1), "", false);
        }
        events.getEvent(); // the document's start
        Mark mark = events.peekEvent().getStartMark();
        Value value = value(Place.top("", line(mark), column(mark)), 0);
        events.getEvent(); // the document's end
        if (!events.checkEvent(Event.ID.StreamEnd)) {
            throw refused(
                    at(events.peekEvent()), "has a second document. Keep one, and remove the line '---' between them.");
        }
        return value;
    }

    private Value value(Place place, int depth) {
        Event event = events.getEvent();
        if (event instanceof AliasEvent alias) {
            return repeated(alias, place);
        }
        NodeEvent node = (NodeEvent) event;
        grow(1, place);
        long before = size;
        if (node.getAnchor() != null) {
            open.add(node.getAnchor());
        }
        Value value = node instanceof ScalarEvent scalar
                ? scalar(scalar, place)
                : collection((CollectionStartEvent) node, place, depth + 1);
        if (node.getAnchor() != null) {
            open.remove(node.getAnchor());
            anchors.put(node.getAnchor(), new Sized(value, size - before + 1));
        }
        return value;
    }

    private Value scalar(ScalarEvent scalar, Place place) {
        untagged(scalar.getTag(), place);
        return new ScalarValue(place, scalar.getValue(), !scalar.isPlain());
    }

    private Value collection(CollectionStartEvent start, Place place, int depth) {
        untagged(start.getTag(), place);
        if (depth > limits.depth()) {
            throw refused(place, "has more than " + limits.depth() + " levels inside each other. Make it flatter.");
        }
        return start instanceof MappingStartEvent ? map(place, depth) : list(place, depth);
    }

    private Value list(Place place, int depth) {
        List<Value> elements = new ArrayList<>();
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            Mark mark = events.peekEvent().getStartMark();
            elements.add(value(place.element(elements.size(), line(mark), column(mark)), depth));
        }
        events.getEvent();
        return new ListValue(place, elements);
    }

    private Value map(Place place, int depth) {
        Map<String, MapValue.Member> members = new LinkedHashMap<>();
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            ScalarEvent written = key();
            String name = written.getValue();
            Place key = place.member(name, line(written.getStartMark()), column(written.getStartMark()));
            Mark mark = events.peekEvent().getStartMark();
            Value value = value(place.member(name, line(mark), column(mark)), depth);
            MapValue.Member earlier = members.putIfAbsent(name, new MapValue.Member(key, value));
            if (earlier != null) {
                String first = " stands twice, first in line " + earlier.key().line() + ". Remove one of them.";
                complaints.add(malformed, key, complaints.subject(key) + first);
            }
        }
        events.getEvent();
        return new MapValue(place, members);
    }

    private ScalarEvent key() {
        Event event = events.getEvent();
        if (!(event instanceof ScalarEvent key)) {
            throw refused(at(event), "has a key that is not a word. Write a word, a colon and the value.");
        }
        grow(1, at(key));
        untagged(key.getTag(), at(key));
        if (key.isPlain() && key.getValue().equals("<<")) {
            complaints.add(malformed, at(key), "has a merge key '<<'. Write the keys out instead.");
        }
        return key;
    }

    private Value repeated(AliasEvent alias, Place place) {
        String name = alias.getAnchor();
        Sized target = anchors.get(name);
        if (open.contains(name)) {
            throw refused(place, "repeats '" + Shown.of(name) + "' inside itself. Write the values out instead.");
        }
        if (target == null) {
            throw refused(place, "repeats '" + Shown.of(name) + "', which does not stand above. Write the value out.");
        }
        if (!(target.value() instanceof ScalarValue) && ++aliases > limits.aliases()) {
            throw refused(
                    place,
                    "repeats groups more than " + limits.aliases() + " times by aliases. Write them out instead.");
        }
        grow(target.size(), place);
        return target.value();
    }

    private void grow(long by, Place place) {
        size += by;
        if (size > limits.values()) {
            throw refused(place, "has more than " + limits.values() + " keys and values. Make it smaller.");
        }
    }

    private void untagged(@Nullable String tag, Place place) {
        if (tag != null && !tag.equals("!")) {
            complaints.add(
                    malformed,
                    place,
                    "has the tag \"" + Shown.of(tag) + "\", but tags have no meaning here. Remove it.");
        }
    }

    private MalformedValuesException refused(Place place, String reason) {
        return new MalformedValuesException(malformed, place, reason);
    }

    private static Place at(Event event) {
        return Place.top("", line(event.getStartMark()), column(event.getStartMark()));
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    private static int column(Mark mark) {
        return mark.getColumn() + 1;
    }
}
