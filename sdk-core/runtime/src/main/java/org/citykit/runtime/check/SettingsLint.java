package org.citykit.runtime.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.citykit.runtime.check.SettingType.Component;
import org.objectweb.asm.Opcodes;

/** Finds settings that nobody can write into {@code portal.yaml}, because of their types. Confined. */
final class SettingsLint {
    private static final Set<String> SCALARS = Set.of(
            "java/lang/String",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Double",
            "java/lang/Boolean",
            "java/math/BigDecimal",
            "java/net/URI",
            "java/time/Duration",
            "java/time/LocalDate",
            "java/time/ZoneId",
            "java/util/Locale",
            "org/citykit/api/Text",
            "org/citykit/api/Secret");
    private static final Set<String> PRIMITIVES = Set.of("I", "J", "D", "Z");
    private static final Map<String, Integer> CONTAINERS =
            Map.of("java/util/Optional", 0, "java/util/List", 0, "java/util/Set", 0, "java/util/Map", 1);

    private final Universe universe;
    private final JarClasses own;
    private final Consumer<Finding> found;
    private final Set<String> seen = new HashSet<>();

    SettingsLint(Universe universe, JarClasses own, Consumer<Finding> found) {
        this.universe = universe;
        this.own = own;
        this.found = found;
    }

    /** @param className the record, with slashes */
    void record(String className) {
        if (!seen.add(className)) {
            return;
        }
        for (Component component : SettingType.components(own, className)) {
            wrong(component.type()).ifPresent(type -> found.accept(tell(className, component, type)));
        }
    }

    private static Finding tell(String className, Component component, SettingType type) {
        String name = Wording.type(className) + "." + component.name();
        return new Finding(
                FindingRule.SETTING_NOT_WRITABLE.anchor(),
                FindingRule.SETTING_NOT_WRITABLE.severity(),
                "",
                name,
                List.of(Wording.type(className)),
                1,
                "Setting " + name + " is of the type " + type.shown() + ", which no webmaster can write.",
                "A module that sets it is refused with contract-broken.",
                "Use a type that Provider.settings lists: texts, numbers, dates, enums, records, and lists, sets, maps"
                        + " by text and Optionals of them.");
    }

    /** The part of a type that cannot be written. */
    private Optional<SettingType> wrong(SettingType type) {
        if (PRIMITIVES.contains(type.name()) || SCALARS.contains(type.name())) {
            return Optional.empty();
        }
        Integer element = CONTAINERS.get(type.name());
        if (element != null) {
            return contained(type, element);
        }
        Optional<ClassShape> shape = universe.find(type.name()).map(Universe.Known::shape);
        if (shape.isEmpty()) {
            return Optional.of(type);
        }
        if (shape.get().isRecord()) {
            record(type.name());
            return Optional.empty();
        }
        return shape.get().isEnum() ? Optional.empty() : choice(type, shape.get());
    }

    private Optional<SettingType> contained(SettingType type, int element) {
        List<SettingType> arguments = type.arguments();
        boolean fits = arguments.size() == element + 1
                && (element == 0 || arguments.get(0).name().equals("java/lang/String"));
        return fits ? wrong(arguments.get(element)) : Optional.of(type);
    }

    private Optional<SettingType> choice(SettingType type, ClassShape shape) {
        if (!shape.is(Opcodes.ACC_INTERFACE) || shape.permitted().isEmpty()) {
            return Optional.of(type);
        }
        for (String permitted : shape.permitted().get()) {
            Optional<SettingType> wrong = wrong(new SettingType(permitted, new ArrayList<>()));
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }
}
