package org.citykit.runtime.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Keys with their values, in the order in which they were written.
 *
 * @param place where the first key, or the opening brace, stands
 * @param members the values by key
 */
public record MapValue(Place place, Map<String, Member> members) implements Value {
    /**
     * A key and what was written after it.
     *
     * @param key where the key stands
     * @param value what was written after it
     */
    public record Member(Place key, Value value) {
        public Member {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
        }
    }

    public MapValue {
        Objects.requireNonNull(place, "place");
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** A map without keys. */
    public static MapValue empty(Place place) {
        return new MapValue(place, Map.of());
    }

    /** What was written after a key, unless it is {@linkplain Value#isEmpty empty}. */
    public Optional<Value> get(String key) {
        Member member = members.get(key);
        return member == null || member.value().isEmpty() ? Optional.empty() : Optional.of(member.value());
    }

    /** What was written after a key that is known to be there. */
    Value value(String key) {
        return Objects.requireNonNull(members.get(key), key).value();
    }
}
