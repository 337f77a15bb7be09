package org.citykit.runtime.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.value.ListValue;
import org.citykit.runtime.value.MapValue;
import org.citykit.runtime.value.Parsed;
import org.citykit.runtime.value.ScalarValue;
import org.citykit.runtime.value.Shown;
import org.citykit.runtime.value.Value;
import org.citykit.runtime.value.ValueLimits;
import org.citykit.runtime.value.Values;

/** Reads one bill of materials. Confined. */
final class BomReader {
    private static final Set<String> VERSIONS = Set.of("1.4", "1.5", "1.6");
    private static final ValueLimits LIMITS = new ValueLimits(4 << 20, 50, 0, 400_000);
    private static final int COMPONENTS = 5_000;
    private static final int DEFECTS = 100;
    private static final int TEXT = 300;

    private final List<Bom.Component> components = new ArrayList<>();
    private final List<Bom.Defect> defects = new ArrayList<>();
    private int left;

    Bom read(byte[] json) {
        Parsed parsed = Values.parseJson(json, "", RuntimeError.PLUGIN_MALFORMED, LIMITS);
        if (parsed.value().isEmpty()) {
            Problem problem = parsed.problems().get(0);
            add(Bom.Kind.UNREADABLE, problem.line(), "The bill of materials " + problem.message());
            return new Bom("", components, defects);
        }
        return parsed.value()
                .filter(MapValue.class::isInstance)
                .map(MapValue.class::cast)
                .filter(root -> text(root, "bomFormat").equals("CycloneDX"))
                .map(this::read)
                .orElseGet(() -> {
                    add(Bom.Kind.NOT_CYCLONEDX, 1, "It does not say  \"bomFormat\": \"CycloneDX\".");
                    return new Bom("", components, defects);
                });
    }

    private Bom read(MapValue root) {
        String version = text(root, "specVersion");
        if (!VERSIONS.contains(version)) {
            add(Bom.Kind.VERSION_UNKNOWN, 1, "CycloneDX \"" + version + "\" is not one of 1.4, 1.5 and 1.6.");
        }
        root.get("components").ifPresent(this::readAll);
        if (left > 0) {
            add(
                    Bom.Kind.TOO_MANY,
                    0,
                    "It names " + left + " more components than the " + COMPONENTS + " that are kept.");
        }
        return new Bom(version, components, defects);
    }

    private void readAll(Value written) {
        if (!(written instanceof ListValue list)) {
            add(Bom.Kind.COMPONENT_BROKEN, written.place().line(), "'components' is no list.");
            return;
        }
        for (Value element : list.elements()) {
            if (element instanceof MapValue component) {
                readOne(component);
            } else {
                add(Bom.Kind.COMPONENT_BROKEN, element.place().line(), "A component is no object.");
            }
        }
    }

    private void readOne(MapValue written) {
        String name = text(written, "name");
        if (name.isEmpty()) {
            add(Bom.Kind.COMPONENT_BROKEN, written.place().line(), "A component has no name.");
        } else if (components.size() == COMPONENTS) {
            left++;
        } else {
            components.add(new Bom.Component(
                    text(written, "group"), name, text(written, "version"), licence(written), text(written, "purl")));
        }
        written.get("components").ifPresent(this::readAll);
    }

    /** Each choice is either an expression of SPDX or a licence with an identifier or a name. */
    private static String licence(MapValue component) {
        List<Value> choices = component
                .get("licenses")
                .filter(ListValue.class::isInstance)
                .map(list -> ((ListValue) list).elements())
                .orElse(List.of());
        return cut(choices.stream()
                .filter(MapValue.class::isInstance)
                .map(choice -> licenceOf((MapValue) choice))
                .filter(licence -> !licence.isEmpty())
                .distinct()
                .collect(Collectors.joining(", ")));
    }

    private static String licenceOf(MapValue choice) {
        String expression = text(choice, "expression");
        Optional<MapValue> licence =
                choice.get("license").filter(MapValue.class::isInstance).map(MapValue.class::cast);
        if (!expression.isEmpty() || licence.isEmpty()) {
            return expression;
        }
        String id = text(licence.get(), "id");
        return id.isEmpty() ? text(licence.get(), "name") : id;
    }

    private void add(Bom.Kind kind, int line, String message) {
        if (defects.size() < DEFECTS) {
            defects.add(new Bom.Defect(kind, line, message));
        }
    }

    private static String text(MapValue map, String key) {
        return map.get(key)
                .filter(ScalarValue.class::isInstance)
                .map(value -> cut(((ScalarValue) value).text().strip()))
                .orElse("");
    }

    private static String cut(String text) {
        return Shown.cut(text, TEXT);
    }
}
