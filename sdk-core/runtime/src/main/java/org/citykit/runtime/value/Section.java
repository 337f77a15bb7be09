package org.citykit.runtime.value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one map key by key and complains about what is missing, wrong, or left over in the end. Confined to one thread.
 */
public final class Section {
    private final MapValue map;
    private final Complaints complaints;
    private final Set<String> known = new LinkedHashSet<>();

    /**
     * @param map what was written
     * @param complaints where to complain
     */
    public Section(MapValue map, Complaints complaints) {
        this.map = Objects.requireNonNull(map, "map");
        this.complaints = Objects.requireNonNull(complaints, "complaints");
    }

    /** The value of a key that may be left out. */
    public Optional<Value> optional(String key) {
        known.add(key);
        return map.get(key);
    }

    /** The value of a key that must be there. */
    public Optional<Value> required(String key, String advice) {
        Optional<Value> value = optional(key);
        if (value.isEmpty()) {
            complaints.missing(map.place(), key, advice);
        }
        return value;
    }

    /** The scalar of a key that may be left out. */
    public <T> Optional<T> optional(String key, Notation<T> notation) {
        Optional<Value> value = optional(key);
        return value.isPresent() ? notation.read(value.get(), complaints) : Optional.empty();
    }

    /** The scalar of a key that must be there. */
    public <T> Optional<T> required(String key, Notation<T> notation) {
        Optional<Value> value = optional(key);
        if (value.isEmpty()) {
            String must = "It must be " + notation.expected() + ".";
            complaints.missing(map.place(), key, notation.advice().isEmpty() ? must : must + " " + notation.advice());
            return Optional.empty();
        }
        return notation.read(value.get(), complaints);
    }

    /** The map of a key that may be left out. */
    public Optional<MapValue> group(String key) {
        Optional<Value> value = optional(key);
        return value.isPresent() ? group(value.get(), complaints) : Optional.empty();
    }

    /** The scalars of a key that holds one or a list of them; none if it is left out. */
    public <T> List<T> oneOrMore(String key, Notation<T> notation) {
        List<T> all = new ArrayList<>();
        for (Value value : oneOrMore(key)) {
            Optional<T> one = notation.read(value, complaints);
            if (one.isPresent()) {
                all.add(one.get());
            }
        }
        return List.copyOf(all);
    }

    /** The values of a key that holds one or a list of them; none if it is left out. */
    public List<Value> oneOrMore(String key) {
        Optional<Value> value = optional(key);
        if (value.isPresent() && value.get() instanceof ListValue list) {
            return list.elements();
        }
        return value.isPresent() ? List.of(value.get()) : List.of();
    }

    /** Complains about every key that nobody asked for. Call it last. */
    public void end() {
        for (Map.Entry<String, MapValue.Member> one : map.members().entrySet()) {
            if (!known.contains(one.getKey())) {
                complaints.unknown(one.getValue().key(), one.getKey(), known);
            }
        }
    }

    /** A value as a map, or a complaint that it is none. */
    public static Optional<MapValue> group(Value value, Complaints complaints) {
        if (value instanceof MapValue map) {
            return Optional.of(map);
        }
        complaints.wrong(value, "a group of keys", "Write one  key: value  a line, indented by two spaces.");
        return Optional.empty();
    }
}
