package org.citykit.crisis.text;

import com.ibm.icu.message2.MFDataModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Takes one parsed text apart. Confined to one thread. */
@SuppressWarnings("deprecation") // the library marks its data model as a preview; this is the one class that walks it
final class Dissection {
    private final Map<String, Set<String>> uses = new TreeMap<>();
    private final Map<String, String> roots = new HashMap<>();
    private final Map<String, Set<String>> keys = new TreeMap<>();
    private final List<String> literals = new ArrayList<>();
    private boolean markup;
    private boolean variableOptions;
    private boolean blank;

    private Dissection() {}

    static Anatomy of(MFDataModel.Message message) {
        Dissection dissection = new Dissection();
        if (message instanceof MFDataModel.SelectMessage select) {
            select.declarations.forEach(dissection::declaration);
            select.variants.forEach(variant -> dissection.pattern(variant.value));
            dissection.selection(select);
        } else if (message instanceof MFDataModel.PatternMessage plain) {
            plain.declarations.forEach(dissection::declaration);
            dissection.pattern(plain.pattern);
        }
        return new Anatomy(
                dissection.uses,
                List.copyOf(dissection.literals),
                dissection.keys,
                dissection.markup,
                dissection.variableOptions,
                dissection.blank);
    }

    /** Each variant as a text of its own, so that every one can be proven whatever would select it. */
    static List<MFDataModel.Message> variants(MFDataModel.Message message) {
        List<MFDataModel.Message> all = new ArrayList<>();
        if (message instanceof MFDataModel.SelectMessage select) {
            select.variants.forEach(
                    variant -> all.add(new MFDataModel.PatternMessage(select.declarations, variant.value)));
        }
        return all;
    }

    private void declaration(MFDataModel.Declaration declaration) {
        if (declaration instanceof MFDataModel.InputDeclaration input) {
            expression(input.value);
        } else if (declaration instanceof MFDataModel.LocalDeclaration local) {
            expression(local.value);
            variable(local.value).ifPresent(root -> roots.put(local.name, root));
            roots.putIfAbsent(local.name, "");
        }
    }

    private void pattern(MFDataModel.Pattern pattern) {
        boolean something = false;
        for (MFDataModel.PatternPart part : pattern.parts) {
            if (part instanceof MFDataModel.StringPart fixed) {
                literals.add(fixed.value);
                something |= !fixed.value.isBlank();
            } else if (part instanceof MFDataModel.Expression expression) {
                expression(expression);
                something |= !(expression instanceof MFDataModel.Markup);
            }
        }
        blank |= !something;
    }

    private void expression(MFDataModel.Expression expression) {
        if (expression instanceof MFDataModel.Markup) {
            markup = true;
        } else if (expression instanceof MFDataModel.VariableExpression use) {
            function(use.function);
            variable(use)
                    .filter(root -> !root.isEmpty())
                    .ifPresent(root ->
                            uses.computeIfAbsent(root, n -> new TreeSet<>()).add(name(use.function)));
        } else if (expression instanceof MFDataModel.LiteralExpression literal) {
            literals.add(literal.arg.value);
            function(literal.function);
        } else if (expression instanceof MFDataModel.FunctionExpression bare) {
            function(bare.function);
        }
    }

    private void function(MFDataModel.FunctionRef function) {
        if (function != null && function.options != null) {
            variableOptions |=
                    function.options.values().stream().anyMatch(o -> o.value instanceof MFDataModel.VariableRef);
        }
    }

    private void selection(MFDataModel.SelectMessage select) {
        for (int i = 0; i < select.selectors.size(); i++) {
            Set<String> found = new TreeSet<>();
            for (MFDataModel.Variant variant : select.variants) {
                if (variant.keys.get(i) instanceof MFDataModel.Literal literal) {
                    found.add(literal.value);
                }
            }
            variable(select.selectors.get(i))
                    .ifPresent(root ->
                            keys.computeIfAbsent(root, n -> new TreeSet<>()).addAll(found));
        }
    }

    private Optional<String> variable(MFDataModel.Expression expression) {
        return expression instanceof MFDataModel.VariableExpression use
                ? Optional.of(roots.getOrDefault(use.arg.name, use.arg.name))
                : Optional.empty();
    }

    private static String name(MFDataModel.FunctionRef function) {
        return function == null ? "" : function.name;
    }
}
