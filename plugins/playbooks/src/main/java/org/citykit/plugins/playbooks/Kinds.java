package org.citykit.plugins.playbooks;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Text;

/** The kinds of values that a playbook is made of. */
final class Kinds {
    private Kinds() {}

    /** A single word or line. */
    static Kind<String> word() {
        return (node, complaints) -> {
            if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
                return Optional.of(scalar.text());
            }
            complaints.fault(node.at(), "must be a word or text, but is " + node.shape());
            return Optional.empty();
        };
    }

    /** A constant in kebab-case. */
    static <E extends Enum<E>> Kind<E> constant(Class<E> type) {
        return (node, complaints) -> word().read(node, complaints).flatMap(word -> {
            for (E constant : type.getEnumConstants()) {
                if (kebab(constant.name()).equals(word)) {
                    return Optional.of(constant);
                }
            }
            String choices = Arrays.stream(type.getEnumConstants())
                    .map(constant -> kebab(constant.name()))
                    .collect(Collectors.joining(", "));
            complaints.fault(node.at(), "must be one of " + choices + ", but is " + node.shape());
            return Optional.empty();
        });
    }

    /** A whole number. */
    static Kind<Long> number() {
        return (node, complaints) -> word().read(node, complaints).flatMap(word -> {
            if (word.matches("-?\\d{1,18}")) {
                return Optional.of(Long.valueOf(word));
            }
            complaints.fault(node.at(), "must be a whole number, but is " + node.shape());
            return Optional.empty();
        });
    }

    /** A duration, ISO 8601. */
    static Kind<Duration> duration() {
        return (node, complaints) -> word().read(node, complaints).flatMap(word -> {
            try {
                Duration duration = Duration.parse(word);
                if (!duration.isNegative()) {
                    return Optional.of(duration);
                }
            } catch (DateTimeException | ArithmeticException wrong) {
                // reported below, as one that is negative
            }
            complaints.fault(node.at(), "must be a duration such as PT15M or P1D, but is " + node.shape());
            return Optional.empty();
        });
    }

    /**
     * A text in several languages.
     *
     * @param languages those that it should have; one that is missing is noted
     */
    static Kind<Text> text(List<Locale> languages) {
        return (node, complaints) -> {
            if (!(node instanceof YamlNode.Entries map) || map.entries().isEmpty()) {
                complaints.fault(
                        node.at(), "must be a text by language, as in { fa: سیل, en: Flood }, but is " + node.shape());
                return Optional.empty();
            }
            return words(map, complaints).flatMap(words -> text(words, map.at(), languages, complaints));
        };
    }

    /** A list, every element of one kind; an element that is not is a fault and left out. */
    static <T> Kind<List<T>> list(Kind<T> kind) {
        return (node, complaints) -> {
            if (!(node instanceof YamlNode.Items list)) {
                complaints.fault(node.at(), "must be a list, but is " + node.shape());
                return Optional.empty();
            }
            List<T> all = new ArrayList<>();
            list.items().forEach(item -> kind.read(item, complaints).ifPresent(all::add));
            return Optional.of(all);
        };
    }

    static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Map<String, String>> words(YamlNode.Entries map, Complaints complaints) {
        int before = complaints.faults();
        Section.repeated(map, complaints);
        Map<String, String> words = new LinkedHashMap<>();
        map.entries()
                .forEach((language, entry) ->
                        word().read(entry.value(), complaints).ifPresent(word -> words.put(language, word.strip())));
        return complaints.faults() == before ? Optional.of(words) : Optional.empty();
    }

    private static Optional<Text> text(
            Map<String, String> words, Position at, List<Locale> languages, Complaints complaints) {
        Text text;
        try {
            text = new Text(words);
        } catch (InvalidValueException wrong) {
            complaints.fault(at, "'" + wrong.field() + "' " + wrong.reason());
            return Optional.empty();
        }
        String missing = languages.stream()
                .filter(language -> text.find(language).isEmpty())
                .map(language -> language.stripExtensions().toLanguageTag())
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            complaints.note(
                    at, "is missing in a language of the portal: " + missing + "; people will see the original");
        }
        return Optional.of(text);
    }
}
