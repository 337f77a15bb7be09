package org.citykit.runtime.composition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citykit.runtime.image.BinaryReader;
import org.citykit.runtime.image.BinaryWriter;
import org.citykit.runtime.image.MalformedBytesException;
import org.citykit.runtime.value.ListValue;
import org.citykit.runtime.value.MapValue;
import org.citykit.runtime.value.Place;
import org.citykit.runtime.value.ScalarValue;
import org.citykit.runtime.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a tree of values is written, with the place of each: a kind, a line, a column, and what is inside; a text that
 * was there before, and a value that an alias repeats, as their numbers. Read back it is the same tree.
 */
final class ValueForm {
    /** Changes whenever a tree is written otherwise, or made otherwise of YAML. */
    static final int VERSION = 1;

    private static final int REPEATED = 0;
    private static final int MAP = 1;
    private static final int LIST = 2;
    private static final int PLAIN = 3;
    private static final int QUOTED = 4;
    private static final int DEEPEST = 200;

    private ValueForm() {}

    static void write(BinaryWriter out, Value value) {
        new Writing(out).value(value);
    }

    /** @throws MalformedBytesException when nobody wrote it so */
    static Value read(BinaryReader in) {
        return new Reading(in).value(null, null, 0, 0);
    }

    private static final class Writing {
        private final BinaryWriter out;
        private final IdentityHashMap<Value, Integer> values = new IdentityHashMap<>();
        private final Map<String, Integer> texts = new HashMap<>();

        Writing(BinaryWriter out) {
            this.out = out;
        }

        void value(Value value) {
            Integer before = values.get(value);
            if (before != null) {
                out.number(REPEATED).number(before);
                return;
            }
            if (value instanceof MapValue map) {
                begin(MAP, map.place());
                out.number(map.members().size());
                map.members().forEach(this::member);
            } else if (value instanceof ListValue list) {
                begin(LIST, list.place());
                out.number(list.elements().size());
                list.elements().forEach(this::value);
            } else if (value instanceof ScalarValue scalar) {
                begin(scalar.quoted() ? QUOTED : PLAIN, scalar.place());
                text(scalar.text());
            }
            values.put(value, values.size());
        }

        private void member(String name, MapValue.Member member) {
            text(name);
            out.number(member.key().line()).number(member.key().column());
            value(member.value());
        }

        private void begin(int kind, Place place) {
            out.number(kind).number(place.line()).number(place.column());
        }

        /** Zero stands before a text that is new. */
        private void text(String text) {
            Integer before = texts.putIfAbsent(text, texts.size() + 1);
            out.number(before == null ? 0 : before);
            if (before == null) {
                out.text(text);
            }
        }
    }

    private static final class Reading {
        private final BinaryReader in;
        private final List<Value> values = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();

        Reading(BinaryReader in) {
            this.in = in;
        }

        /**
         * @param parent where the map or list stands that it is in; null at the top
         * @param key its key, when it is in a map
         * @param index its index, when it is in a list
         */
        Value value(@Nullable Place parent, @Nullable String key, int index, int depth) {
            int kind = in.smallNumber();
            if (kind == REPEATED) {
                return known(values, in.smallNumber());
            }
            if (depth > DEEPEST) {
                throw new MalformedBytesException("it is too deep");
            }
            int line = in.smallNumber();
            int column = in.smallNumber();
            Place place = parent == null
                    ? Place.top("", line, column)
                    : key == null ? parent.element(index, line, column) : parent.member(key, line, column);
            Value value =
                    switch (kind) {
                        case MAP -> map(place, depth);
                        case LIST -> list(place, depth);
                        case PLAIN -> new ScalarValue(place, text(), false);
                        case QUOTED -> new ScalarValue(place, text(), true);
                        default -> throw new MalformedBytesException("there is no kind " + kind);
                    };
            values.add(value);
            return value;
        }

        private MapValue map(Place place, int depth) {
            Map<String, MapValue.Member> members = new LinkedHashMap<>();
            int count = in.smallNumber();
            for (int i = 0; i < count; i++) {
                String name = text();
                Place key = place.member(name, in.smallNumber(), in.smallNumber());
                members.put(name, new MapValue.Member(key, value(place, name, 0, depth + 1)));
            }
            return new MapValue(place, members);
        }

        private ListValue list(Place place, int depth) {
            List<Value> elements = new ArrayList<>();
            int count = in.smallNumber();
            for (int i = 0; i < count; i++) {
                elements.add(value(place, null, i, depth + 1));
            }
            return new ListValue(place, elements);
        }

        private String text() {
            int number = in.smallNumber();
            if (number > 0) {
                return known(texts, number - 1);
            }
            String text = in.text();
            texts.add(text);
            return text;
        }

        private static <T> T known(List<T> all, int number) {
            if (number >= all.size()) {
                throw new MalformedBytesException("what is repeated was not there before");
            }
            return all.get(number);
        }
    }
}
