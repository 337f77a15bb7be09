package org.citykit.plugins.playbooks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The parts of a list: one that cannot be used is reported and left out, the others are kept. */
final class Parts {
    /**
     * Reads one part.
     *
     * @param <T> what it makes
     */
    @FunctionalInterface
    interface Reader<T> {
        Optional<T> read(Section section, Complaints complaints);
    }

    private final Section owner;
    private final Complaints complaints;

    Parts(Section owner, Complaints complaints) {
        this.owner = owner;
        this.complaints = complaints;
    }

    /** The parts below a key; the second of two with one id is left out. */
    <T> List<T> read(String key, Function<T, String> id, Reader<T> reader) {
        Map<String, T> parts = new LinkedHashMap<>();
        Kind<T> part = (node, list) -> {
            Complaints own = complaints.apart();
            Optional<T> made = Section.of(node, own).flatMap(section -> reader.read(section, own));
            made.ifPresent(one -> {
                if (parts.putIfAbsent(id.apply(one), one) != null) {
                    own.fault(node.at(), "the id \"" + id.apply(one) + "\" stands a second time in '" + key + "'");
                }
            });
            return made;
        };
        owner.optional(key, (node, ignored) -> Kinds.list(part).read(node, complaints.apart()));
        return List.copyOf(parts.values());
    }
}
