package org.citykit.runtime.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.Secret;
import org.citykit.api.Text;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.value.Complaints;
import org.citykit.runtime.value.ListValue;
import org.citykit.runtime.value.MapValue;
import org.citykit.runtime.value.Notation;
import org.citykit.runtime.value.Place;
import org.citykit.runtime.value.Section;
import org.citykit.runtime.value.Texts;
import org.citykit.runtime.value.Value;

/** Binds values by the types of components. Confined to one thread and one binding. */
final class Binding {
    private static final Set<Class<?>> CONTAINERS = Set.of(Optional.class, List.class, Set.class, Map.class);

    private final Complaints complaints;
    private final Secrets secrets;
    private final Records records;
    private final Choices choices;

    Binding(SecretSource source, Complaints complaints, SettingNotes notes) {
        this.complaints = complaints;
        this.secrets = new Secrets(source, complaints);
        this.records = new Records(this, secrets, complaints, notes);
        this.choices = new Choices(this, complaints);
    }

    /** Binds a value; nothing if there was something to complain about. */
    Optional<Object> bind(Type type, Value value) {
        if (type instanceof ParameterizedType generic && container(type).isPresent()) {
            return container(generic, value);
        }
        Optional<Notation<?>> notation = ScalarTypes.notation(type);
        if (notation.isPresent()) {
            return notation.get().read(value, complaints).map(Object.class::cast);
        }
        if (type == Text.class) {
            return Texts.read(value, complaints).map(Object.class::cast);
        }
        if (type == Secret.class) {
            return secrets.read(value).map(Object.class::cast);
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            return group(value).flatMap(map -> records.bind(record, map));
        }
        if (type instanceof Class<?> sealed && sealed.isInterface() && sealed.isSealed()) {
            return choices.bind(sealed, value);
        }
        unsupported(type, value.place());
        return Optional.empty();
    }

    /** What stands for a key that was left out; nothing if the key must be there. */
    Optional<Object> absent(Type type) {
        Class<?> container = container(type).orElse(Object.class);
        if (container == Optional.class) {
            return Optional.of(Optional.empty());
        }
        if (container == List.class) {
            return Optional.of(List.of());
        }
        if (container == Set.class) {
            return Optional.of(Set.of());
        }
        return container == Map.class ? Optional.of(Map.of()) : Optional.empty();
    }

    /** How to write a value of a type, as one or more sentences, or empty. */
    String advice(Type type) {
        if (type == Secret.class) {
            return Secrets.FORM;
        }
        Optional<Notation<?>> notation = ScalarTypes.notation(type);
        return notation.map(how -> ("It must be " + how.expected() + ". " + how.advice()).strip())
                .orElse("");
    }

    /** Complains that a settings record has a component whose type cannot be written. */
    void unsupported(Type type, Place place) {
        complaints.add(
                RuntimeError.CONTRACT_BROKEN,
                place,
                complaints.subject(place) + " is of the type " + type.getTypeName()
                        + ", which no setting can have. Its vendor must use one of the types that Provider.settings lists.");
    }

    private Optional<Object> container(ParameterizedType type, Value value) {
        Class<?> container = container(type).orElseThrow();
        Type[] arguments = type.getActualTypeArguments();
        if (container == Optional.class) {
            return value.isEmpty()
                    ? Optional.of(Optional.empty())
                    : bind(arguments[0], value).map(Optional::of);
        }
        if (container == Map.class) {
            return map(type, value);
        }
        return elements(arguments[0], value)
                .flatMap(all -> container == List.class ? Optional.of(all) : set(all, (ListValue) value));
    }

    private Optional<Object> map(ParameterizedType type, Value value) {
        Type[] arguments = type.getActualTypeArguments();
        if (arguments[0] != String.class) {
            unsupported(type, value.place());
            return Optional.empty();
        }
        Optional<MapValue> group = group(value);
        if (group.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> all = new LinkedHashMap<>();
        group.get()
                .members()
                .forEach((key, member) -> bind(arguments[1], member.value()).ifPresent(bound -> all.put(key, bound)));
        boolean whole = all.size() == group.get().members().size();
        return whole ? Optional.of(Collections.unmodifiableMap(all)) : Optional.empty();
    }

    private Optional<List<Object>> elements(Type type, Value value) {
        if (!(value instanceof ListValue list)) {
            complaints.wrong(value, "a list", "Write it as  [one, two], or each under a dash.");
            return Optional.empty();
        }
        List<Object> all = new ArrayList<>();
        for (Value element : list.elements()) {
            bind(type, element).ifPresent(all::add);
        }
        return all.size() == list.elements().size() ? Optional.of(List.copyOf(all)) : Optional.empty();
    }

    private Optional<Object> set(List<Object> elements, ListValue list) {
        Set<Object> all = new LinkedHashSet<>();
        boolean distinct = true;
        for (int i = 0; i < elements.size(); i++) {
            if (!all.add(elements.get(i))) {
                complaints.refused(list.elements().get(i).place(), "stands a second time in its list. Remove it.");
                distinct = false;
            }
        }
        return distinct ? Optional.of(Collections.unmodifiableSet(all)) : Optional.empty();
    }

    private Optional<MapValue> group(Value value) {
        return value.isEmpty() ? Optional.of(MapValue.empty(value.place())) : Section.group(value, complaints);
    }

    private static Optional<Class<?>> container(Type type) {
        return type instanceof ParameterizedType generic
                        && generic.getRawType() instanceof Class<?> raw
                        && CONTAINERS.contains(raw)
                ? Optional.of(raw)
                : Optional.empty();
    }
}
