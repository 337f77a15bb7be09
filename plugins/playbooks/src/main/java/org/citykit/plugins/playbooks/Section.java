package org.citykit.plugins.playbooks;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.citykit.api.InvalidValueException;

/** A map of which each key is asked for by name. Confined to one thread. */
final class Section {
    private final YamlNode.Entries map;
    private final Complaints complaints;
    private final Set<String> asked = new HashSet<>();
    private final int before;

    private Section(YamlNode.Entries map, Complaints complaints) {
        this.map = map;
        this.complaints = complaints;
        this.before = complaints.faults();
        repeated(map, complaints);
    }

    /** A section of a value that must be a map. */
    static Optional<Section> of(YamlNode node, Complaints complaints) {
        if (node instanceof YamlNode.Entries map) {
            return Optional.of(new Section(map, complaints));
        }
        complaints.fault(node.at(), "must be a map of names and values, but is " + node.shape());
        return Optional.empty();
    }

    static void repeated(YamlNode.Entries map, Complaints complaints) {
        map.repeated().forEach((key, at) -> complaints.fault(at, "'" + key + "' stands a second time; remove one"));
    }

    Position at() {
        return map.at();
    }

    /** Where a key stands, or else the section. */
    Position at(String key) {
        YamlNode.Entry entry = map.entries().get(key);
        return entry == null ? map.at() : entry.key();
    }

    <T> Optional<T> required(String key, Kind<T> kind) {
        Optional<YamlNode> value = find(key);
        if (value.isEmpty()) {
            complaints.fault(map.at(), "'" + key + "' is missing");
        }
        return value.flatMap(node -> kind.read(node, complaints));
    }

    <T> Optional<T> optional(String key, Kind<T> kind) {
        return find(key).flatMap(node -> kind.read(node, complaints));
    }

    /** The members of a map below a key, in order; none if the key is not there. */
    Map<String, YamlNode.Entry> members(String key) {
        Optional<YamlNode> value = find(key);
        if (value.isPresent() && value.get() instanceof YamlNode.Entries members) {
            repeated(members, complaints);
            return members.entries();
        }
        value.ifPresent(node -> complaints.fault(node.at(), "must be a map of names, but is " + node.shape()));
        return new LinkedHashMap<>();
    }

    /** True if nothing in this section has been a fault so far. */
    boolean isSound() {
        return complaints.faults() == before;
    }

    /** Makes something of the section; keys that were never asked for are noted. */
    <T> Optional<T> make(Supplier<T> maker) {
        map.entries().forEach((key, entry) -> {
            if (!asked.contains(key)) {
                complaints.note(entry.key(), "'" + key + "' is no key here and was left out");
            }
        });
        if (!isSound()) {
            return Optional.empty();
        }
        try {
            return Optional.of(maker.get());
        } catch (InvalidValueException wrong) {
            complaints.fault(at(wrong.field()), "'" + wrong.field() + "' " + wrong.reason());
            return Optional.empty();
        }
    }

    private Optional<YamlNode> find(String key) {
        asked.add(key);
        return Optional.ofNullable(map.entries().get(key)).map(YamlNode.Entry::value);
    }
}
