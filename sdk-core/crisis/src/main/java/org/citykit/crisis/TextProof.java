package org.citykit.crisis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citykit.api.crisis.Parameter;
import org.citykit.crisis.text.Anatomy;
import org.citykit.crisis.text.Blemishes;
import org.citykit.crisis.text.CompiledText;
import org.citykit.crisis.text.Plurals;
import org.citykit.crisis.text.TextFault;
import org.citykit.crisis.text.Value;

/**
 * The proof of one text in one language: looks at what it is made of, then renders it for every combination of the cases
 * it selects on and every value of each parameter, and every variant by itself.
 *
 * <p>Confined to one thread. Reports the first fault of each kind.
 */
final class TextProof {
    private static final int MOST_COMBINATIONS = 5_000;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

    private final CompiledText text;
    private final Anatomy anatomy;
    private final Locale language;
    private final Map<String, Parameter> parameters;
    private final BiConsumer<CrisisError, String> faults;

    TextProof(
            CompiledText text,
            Locale language,
            Map<String, Parameter> parameters,
            BiConsumer<CrisisError, String> faults) {
        this.text = text;
        this.anatomy = text.anatomy();
        this.language = language;
        this.parameters = parameters;
        this.faults = faults;
    }

    /** The parameters that it uses. */
    Set<String> used() {
        return anatomy.uses().keySet();
    }

    /** Looks at what it is made of; true if it may be rendered. */
    boolean isWellMade() {
        int[] found = {0};
        BiConsumer<CrisisError, String> counted = (code, reason) -> {
            found[0]++;
            faults.accept(code, reason);
        };
        inspectLiterals(counted);
        anatomy.uses().forEach((name, functions) -> inspectUse(name, functions, counted));
        anatomy.keys().forEach((name, keys) -> inspectKeys(name, keys, counted));
        if (anatomy.markup()) {
            counted.accept(CrisisError.TEMPLATE_SYNTAX, "has markup such as {#b}, which no channel shows. Remove it.");
        }
        if (anatomy.variableOptions()) {
            counted.accept(
                    CrisisError.PARAMETER_MISUSED,
                    "uses a parameter as an option of a function. Write the option out.");
        }
        if (anatomy.blankVariant()) {
            counted.accept(CrisisError.TEMPLATE_HOLE, "has nothing in one of its cases. Say something in each.");
        }
        return found[0] == 0;
    }

    /** Renders it in every way. */
    void render(Map<String, List<Value>> probes) {
        Map<String, Value> base = new LinkedHashMap<>();
        probes.forEach((name, values) -> base.put(name, values.get(0)));
        Optional<List<Map<String, Value>>> combinations = combinations(base, probes);
        if (combinations.isEmpty()) {
            faults.accept(
                    CrisisError.PROOF_TOO_LARGE,
                    "selects on more than " + MOST_COMBINATIONS + " combinations of cases. Split the message.");
            return;
        }
        List<Map<String, Value>> single = singles(base, probes);
        Optional<String> hole = Stream.concat(combinations.get().stream(), single.stream())
                .flatMap(values -> hole(text, values).stream())
                .findFirst()
                .or(() -> text.variants().stream()
                        .flatMap(variant -> single.stream().flatMap(values -> hole(variant, values).stream()))
                        .findFirst());
        hole.ifPresent(reason -> faults.accept(CrisisError.TEMPLATE_HOLE, reason));
    }

    private void inspectLiterals(BiConsumer<CrisisError, String> found) {
        anatomy.literals().stream()
                .flatMap(literal -> Blemishes.leftover(literal).stream())
                .findFirst()
                .ifPresent(left -> found.accept(
                        CrisisError.PLACEHOLDER_LEFT,
                        "still has \"" + left + "\" in it. Make it a parameter or write it out."));
        anatomy.literals().stream()
                .flatMap(literal -> Blemishes.unfitForText(literal).stream())
                .findFirst()
                .ifPresent(c -> found.accept(
                        CrisisError.CHARACTER_REFUSED, String.format("has the character U+%04X. Remove it.", c)));
    }

    private void inspectUse(String name, Set<String> functions, BiConsumer<CrisisError, String> found) {
        Parameter parameter = parameters.get(name);
        if (parameter == null) {
            found.accept(
                    CrisisError.PARAMETER_UNDECLARED,
                    "uses $" + name + ", which is no parameter of the message. Declare it or correct its name.");
            return;
        }
        Set<String> fit =
                switch (parameter.type()) {
                    case PLACE, TEXT, PHONE, URL, CHOICE -> Set.of("", "string");
                    case COUNT -> Set.of("", "number", "integer");
                    case INSTANT -> Set.of("", "time", "date", "datetime");
                };
        functions.stream()
                .filter(function -> !fit.contains(function))
                .findFirst()
                .ifPresent(function -> found.accept(
                        CrisisError.PARAMETER_MISUSED,
                        "formats $" + name + " with :" + function + ", which does not fit the type " + parameter.type()
                                + "."));
    }

    private void inspectKeys(String name, Set<String> keys, BiConsumer<CrisisError, String> found) {
        Parameter parameter = parameters.get(name);
        if (parameter == null) {
            return; // reported as undeclared where it is used
        }
        Set<String> categories = Plurals.categories(language);
        for (String key : keys) {
            boolean known =
                    switch (parameter.type()) {
                        case CHOICE ->
                            parameter.choices().stream().anyMatch(c -> c.key().equals(key));
                        case COUNT ->
                            categories.contains(key) || NUMBER.matcher(key).matches();
                        case PLACE, TEXT, PHONE, URL, INSTANT -> false;
                    };
            if (!known) {
                found.accept(
                        CrisisError.VARIANT_UNKNOWN,
                        "has a case for $" + name + " = \"" + key + "\", which never comes. Correct or remove it.");
            }
        }
    }

    /** Every combination of the cases that the text selects on; empty when there are too many. */
    private Optional<List<Map<String, Value>>> combinations(Map<String, Value> base, Map<String, List<Value>> probes) {
        List<Map<String, Value>> all = List.of(base);
        for (String name : anatomy.keys().keySet()) {
            List<Value> values = new ArrayList<>(probes.getOrDefault(name, List.of()));
            values.addAll(namedNumbers(name));
            if ((long) all.size() * values.size() > MOST_COMBINATIONS) {
                return Optional.empty();
            }
            all = all.stream()
                    .flatMap(before -> values.stream().map(value -> with(before, name, value)))
                    .toList();
        }
        return Optional.of(all);
    }

    private List<Value> namedNumbers(String name) {
        Parameter parameter = parameters.get(name);
        if (parameter == null || parameter.type() != Parameter.Type.COUNT) {
            return List.of();
        }
        return anatomy.keys().getOrDefault(name, Set.of()).stream()
                .filter(key -> NUMBER.matcher(key).matches())
                .map(Long::parseLong)
                .filter(number -> number >= parameter.least() && number <= parameter.most())
                .map(number -> (Value) new Value.Count(number))
                .toList();
    }

    private static List<Map<String, Value>> singles(Map<String, Value> base, Map<String, List<Value>> probes) {
        List<Map<String, Value>> all = new ArrayList<>(List.of(base));
        probes.forEach((name, values) -> values.forEach(value -> all.add(with(base, name, value))));
        return all;
    }

    private static Map<String, Value> with(Map<String, Value> base, String name, Value value) {
        Map<String, Value> values = new HashMap<>(base);
        values.put(name, value);
        return values;
    }

    private static Optional<String> hole(CompiledText text, Map<String, Value> values) {
        try {
            return MessageTexts.hole(text.format(values));
        } catch (TextFault fault) {
            return Optional.of("cannot be filled in: " + fault.getMessage() + ".");
        }
    }
}
