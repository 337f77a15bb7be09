package org.citykit.runtime.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.citykit.api.Formerly;
import org.citykit.api.InvalidValueException;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.value.Complaints;
import org.citykit.runtime.value.KebabCase;
import org.citykit.runtime.value.MapValue;
import org.citykit.runtime.value.Place;
import org.citykit.runtime.value.Shown;
import org.citykit.runtime.value.Value;

/** Binds groups of keys to records. Confined to one thread and one binding. */
final class Records {
    private static final int REASON_LENGTH = 300;

    private final Binding binding;
    private final Secrets secrets;
    private final Complaints complaints;
    private final SettingNotes notes;

    Records(Binding binding, Secrets secrets, Complaints complaints, SettingNotes notes) {
        this.binding = binding;
        this.secrets = secrets;
        this.complaints = complaints;
        this.notes = notes;
    }

    Optional<Object> bind(Class<?> type, MapValue written) {
        int before = complaints.count();
        Map<String, RecordComponent> components = components(type, written.place());
        Map<String, String> oldNames = oldNames(type, components, written.place());
        List<Object> arguments = new ArrayList<>();
        components.forEach(
                (key, component) -> argument(key, component, written, oldNames).ifPresent(arguments::add));
        written.members().forEach((key, member) -> {
            if (!components.containsKey(key) && !oldNames.containsKey(key)) {
                complaints.unknown(member.key(), key, components.keySet());
            }
        });
        return complaints.count() > before ? Optional.empty() : construct(type, written, arguments);
    }

    private Map<String, RecordComponent> components(Class<?> type, Place place) {
        Map<String, RecordComponent> components = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String key = KebabCase.ofName(component.getName());
            if (components.putIfAbsent(key, component) != null) {
                broken(type, place, "has two components that are both written '" + key + "'");
            }
        }
        return components;
    }

    /** The keys that components had before, each with the one it has now. */
    private Map<String, String> oldNames(Class<?> type, Map<String, RecordComponent> components, Place place) {
        Map<String, String> oldNames = new LinkedHashMap<>();
        components.forEach((key, component) -> {
            Formerly formerly = component.getAnnotation(Formerly.class);
            for (String oldName : formerly == null ? new String[0] : formerly.value()) {
                String other = components.containsKey(oldName) ? oldName : oldNames.putIfAbsent(oldName, key);
                if (other != null && !other.equals(key)) {
                    broken(type, place, "says that '" + oldName + "' was '" + key + "', but it is '" + other + "'");
                }
            }
        });
        return oldNames;
    }

    private Optional<Object> argument(
            String key, RecordComponent component, MapValue written, Map<String, String> oldNames) {
        Optional<Value> value = written.get(key);
        Optional<String> oldName = written.members().keySet().stream()
                .filter(it -> key.equals(oldNames.get(it)) && written.get(it).isPresent())
                .findFirst();
        if (value.isPresent() && oldName.isPresent()) {
            twice(written, oldName.get(), key);
        }
        if (value.isEmpty() && oldName.isPresent()) {
            return underOldName(key, oldName.get(), component, written, oldNames);
        }
        if (value.isPresent()) {
            return binding.bind(component.getGenericType(), value.get());
        }
        Optional<Object> absent = binding.absent(component.getGenericType());
        if (absent.isEmpty()) {
            complaints.missing(written.place(), key, binding.advice(component.getGenericType()));
        } else {
            notes.leftOut(written.place(), key);
        }
        return absent;
    }

    private Optional<Object> underOldName(
            String key, String oldName, RecordComponent component, MapValue written, Map<String, String> oldNames) {
        written.members().keySet().stream()
                .filter(it -> !it.equals(oldName)
                        && key.equals(oldNames.get(it))
                        && written.get(it).isPresent())
                .forEach(it -> twice(written, it, oldName));
        MapValue.Member member = Objects.requireNonNull(written.members().get(oldName));
        notes.oldName(member.key(), key);
        return binding.bind(component.getGenericType(), member.value());
    }

    private void twice(MapValue written, String oldName, String other) {
        Place place = Objects.requireNonNull(written.members().get(oldName)).key();
        complaints.refused(place, "is an old name of what stands under '" + other + "' too. Keep one of them.");
    }

    private Optional<Object> construct(Class<?> type, MapValue written, List<Object> arguments) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            if (!constructor.trySetAccessible()) {
                broken(type, written.place(), "is not open to the portal");
                return Optional.empty();
            }
            return Optional.of(constructor.newInstance(arguments.toArray()));
        } catch (InvocationTargetException thrown) {
            refused(type, written, Objects.requireNonNullElse(thrown.getCause(), thrown));
        } catch (ReflectiveOperationException wrong) {
            broken(type, written.place(), "cannot be created");
        }
        return Optional.empty();
    }

    private void refused(Class<?> type, MapValue written, Throwable cause) {
        if (cause instanceof Error error && !(cause instanceof AssertionError)) {
            throw error;
        }
        if (cause instanceof InvalidValueException invalid) {
            complaints.refused(placeOf(invalid.field(), type, written), sentence(invalid.reason()));
        } else {
            String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            complaints.refused(written.place(), "is refused by the plugin: " + sentence(reason));
        }
    }

    private static Place placeOf(String field, Class<?> type, MapValue written) {
        String first = field.split("[.\\[ ]", 2)[0];
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getName().equals(first)) {
                String key = KebabCase.ofName(first);
                Place group = written.place();
                return written.get(key)
                        .or(() -> writtenBefore(component, written))
                        .map(Value::place)
                        .orElseGet(() -> group.member(key, group.line(), group.column()));
            }
        }
        return written.place();
    }

    private static Optional<Value> writtenBefore(RecordComponent component, MapValue written) {
        Formerly formerly = component.getAnnotation(Formerly.class);
        return formerly == null
                ? Optional.empty()
                : Arrays.stream(formerly.value())
                        .flatMap(oldName -> written.get(oldName).stream())
                        .findFirst();
    }

    private String sentence(String reason) {
        String shown = Shown.cut(secrets.hidden(reason.strip()), REASON_LENGTH);
        return shown.endsWith(".") ? shown : shown + ".";
    }

    private void broken(Class<?> type, Place place, String what) {
        complaints.add(
                RuntimeError.CONTRACT_BROKEN,
                place,
                "the settings record " + type.getName() + " " + what + ". Its vendor must mend the plugin.");
    }
}
