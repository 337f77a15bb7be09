package org.citykit.runtime.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.citykit.runtime.value.Complaints;
import org.citykit.runtime.value.KebabCase;
import org.citykit.runtime.value.MapValue;
import org.citykit.runtime.value.Place;
import org.citykit.runtime.value.ScalarValue;
import org.citykit.runtime.value.Value;

/** Binds one key among several to the record that it names. Confined to one thread and one binding. */
final class Choices {
    private final Binding binding;
    private final Complaints complaints;

    Choices(Binding binding, Complaints complaints) {
        this.binding = binding;
        this.complaints = complaints;
    }

    Optional<Object> bind(Class<?> sealed, Value value) {
        int before = complaints.count();
        Map<String, Class<?>> choices = new LinkedHashMap<>();
        collect(sealed, choices, value.place());
        if (complaints.count() > before) {
            return Optional.empty();
        }
        if (value instanceof ScalarValue scalar && choices.containsKey(scalar.text())) {
            return binding.bind(choices.get(scalar.text()), MapValue.empty(value.place()));
        }
        if (!(value instanceof MapValue map) || map.members().size() != 1) {
            String names = String.join(", ", choices.keySet());
            complaints.wrong(value, "a group with one key among " + names, "Keep one of them.");
            return Optional.empty();
        }
        String name = map.members().keySet().iterator().next();
        MapValue.Member chosen = map.members().values().iterator().next();
        if (!choices.containsKey(name)) {
            complaints.unknown(chosen.key(), name, choices.keySet());
            return Optional.empty();
        }
        return binding.bind(choices.get(name), chosen.value());
    }

    private void collect(Class<?> sealed, Map<String, Class<?>> choices, Place place) {
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isInterface() && permitted.isSealed()) {
                collect(permitted, choices, place);
            } else if (!permitted.isRecord()
                    || choices.putIfAbsent(KebabCase.ofName(permitted.getSimpleName()), permitted) != null) {
                binding.unsupported(sealed, place);
            }
        }
    }
}
