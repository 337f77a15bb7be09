package org.citykit.plugins.playbooks;

import java.util.List;
import java.util.Optional;
import org.citykit.api.Text;
import org.citykit.api.crisis.Parameter;

/** Reads the declaration of a parameter. */
final class ParameterReader {
    private static final long LONGEST_PLACE = 80;
    private static final long LONGEST_TEXT = 300;
    private static final long LARGEST_COUNT = 10_000_000;

    private final Kind<Text> text;

    ParameterReader(Kind<Text> text) {
        this.text = text;
    }

    Optional<Parameter> read(String name, Section section, Complaints own) {
        Optional<Parameter.Type> type = section.required("type", Kinds.constant(Parameter.Type.class));
        Optional<Text> label = section.required("label", text);
        Optional<Long> least = section.optional("least", Kinds.number());
        Optional<Long> most = section.optional("most", Kinds.number());
        List<Parameter.Choice> choices =
                section.optional("choices", Kinds.list(choice())).orElseGet(List::of);
        Optional<List<String>> samples = section.required("samples", Kinds.list(Kinds.word()));
        type.filter(given -> !isMeasured(given) && (least.isPresent() || most.isPresent()))
                .ifPresent(given -> own.fault(
                        section.at(least.isPresent() ? "least" : "most"),
                        "'least' and 'most' belong to a place, text or count, not to a " + Kinds.kebab(given.name())));
        return section.make(() -> new Parameter(
                name,
                type.orElseThrow(),
                label.orElseThrow(),
                least.orElseGet(() -> least(type.orElseThrow())),
                most.orElseGet(() -> most(type.orElseThrow())),
                choices,
                samples.orElseThrow()));
    }

    private Kind<Parameter.Choice> choice() {
        return (node, complaints) -> Section.of(node, complaints).flatMap(section -> {
            Optional<String> key = section.required("key", Kinds.word());
            Optional<Text> label = section.required("label", text);
            return section.make(() -> new Parameter.Choice(key.orElseThrow(), label.orElseThrow()));
        });
    }

    private static boolean isMeasured(Parameter.Type type) {
        return type == Parameter.Type.PLACE || type == Parameter.Type.TEXT || type == Parameter.Type.COUNT;
    }

    private static long least(Parameter.Type type) {
        return type == Parameter.Type.PLACE || type == Parameter.Type.TEXT ? 1 : 0;
    }

    private static long most(Parameter.Type type) {
        return switch (type) {
            case PLACE -> LONGEST_PLACE;
            case TEXT -> LONGEST_TEXT;
            case COUNT -> LARGEST_COUNT;
            case INSTANT, PHONE, URL, CHOICE -> 0;
        };
    }
}
