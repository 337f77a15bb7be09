package org.citykit.cap.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.citykit.cap.CapValueException;
import org.citykit.cap.CapWord;
import org.citykit.cap.Certainty;
import org.citykit.cap.FindingCode;
import org.citykit.cap.LanguageTag;
import org.citykit.cap.NamedValue;

/** The children of one element as values; what cannot be read is reported and left out. */
final class Fields {
    private final Node node;
    private final CapVersion version;
    private final Findings findings;

    Fields(Node node, CapVersion version, Findings findings) {
        this.node = node;
        this.version = version;
        this.findings = findings;
    }

    Node node() {
        return node;
    }

    CapVersion version() {
        return version;
    }

    Fields of(Node child) {
        return new Fields(child, version, findings);
    }

    /** An optional text; an empty element is reported and counts as absent. */
    Optional<String> text(String name) {
        return node.child(name).flatMap(this::nonEmpty);
    }

    /** A required text; the shape has reported an absent element, an empty one is reported here. */
    Optional<String> required(String name) {
        Optional<String> text = node.child(name).map(Fields::stripped);
        if (text.isPresent() && text.get().isEmpty()) {
            node.child(name)
                    .ifPresent(n -> findings.add(FindingCode.TEXT_BLANK, n, "The element " + name + " is empty."));
            return Optional.empty();
        }
        return text;
    }

    /** Texts of a repeated element; empty ones are reported and left out. */
    List<String> texts(String name) {
        return each(name, Function.identity());
    }

    /** A parsed value of a form; an empty element is a broken one, as the schema has it. */
    <T> Optional<T> form(String name, Function<String, T> parse) {
        return node.child(name).flatMap(n -> parsed(n, stripped(n), parse));
    }

    /** A parsed value of a text; an empty element counts as absent. */
    <T> Optional<T> optional(String name, Function<String, T> parse) {
        return node.child(name).flatMap(n -> nonEmpty(n).flatMap(t -> parsed(n, t, parse)));
    }

    /** The parsed text of this element itself; an empty one counts as absent. */
    <T> Optional<T> own(Function<String, T> parse) {
        return nonEmpty(node).flatMap(t -> parsed(node, t, parse));
    }

    /** Parsed values of a repeated text. */
    <T> List<T> each(String name, Function<String, T> parse) {
        List<T> values = new ArrayList<>();
        for (Node child : node.children(name)) {
            of(child).own(parse).ifPresent(values::add);
        }
        return values;
    }

    <W extends Enum<W> & CapWord> Optional<W> word(Class<W> vocabulary, String name) {
        return node.child(name).flatMap(n -> word(vocabulary, n));
    }

    <W extends Enum<W> & CapWord> List<W> words(Class<W> vocabulary, String name) {
        List<W> words = new ArrayList<>();
        for (Node child : node.children(name)) {
            word(vocabulary, child).ifPresent(words::add);
        }
        return words;
    }

    /** An empty language means the default one, as the schema has it; a blank one is broken. */
    Optional<String> language() {
        return node.child("language")
                .flatMap(n -> n.text().isEmpty() ? nonEmpty(n) : parsed(n, stripped(n), LanguageTag::require));
    }

    /** CAP 1.0 knew a certainty that 1.2 reads as Likely (§3.2.2 certainty). */
    Optional<Certainty> certainty() {
        Optional<Node> old = node.child("certainty")
                .filter(n -> version != CapVersion.V1_2 && n.text().toString().equals("Very Likely"));
        if (old.isPresent()) {
            findings.add(FindingCode.WORD_DEPRECATED, old.get(), "'Very Likely' is read as 'Likely'.");
            return Optional.of(Certainty.LIKELY);
        }
        return word(Certainty.class, "certainty");
    }

    List<NamedValue> pairs(String name) {
        List<NamedValue> pairs = new ArrayList<>();
        for (Node child : node.children(name)) {
            pair(child).ifPresent(pairs::add);
        }
        return pairs;
    }

    /** Makes a value of parts that were read; a refusal of its constructor is reported here. */
    <T> Optional<T> make(Supplier<T> maker) {
        return parsed(node, "", ignored -> maker.get());
    }

    private Optional<NamedValue> pair(Node child) {
        if (version == CapVersion.V1_0) {
            String text = stripped(child);
            int equals = text.indexOf('=');
            String name = equals < 0 ? text : text.substring(0, equals);
            String value = equals < 0 ? "" : text.substring(equals + 1);
            return parsed(child, text, t -> new NamedValue(name, value));
        }
        Fields fields = of(child);
        Optional<String> value = child.child("value").map(Fields::stripped);
        return fields.required("valueName")
                .flatMap(name -> value.flatMap(v -> parsed(child, v, t -> new NamedValue(name, t))));
    }

    private <W extends Enum<W> & CapWord> Optional<W> word(Class<W> vocabulary, Node child) {
        String text = child.text().toString();
        Optional<W> word = CapWord.find(vocabulary, text);
        if (word.isEmpty()) {
            List<String> known = List.of(vocabulary.getEnumConstants()).stream()
                    .map(CapWord::text)
                    .toList();
            findings.add(
                    FindingCode.WORD_UNKNOWN,
                    child,
                    "'" + shorten(text) + "' is none of " + String.join(", ", known) + ".");
        }
        return word;
    }

    private <T> Optional<T> parsed(Node child, String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (CapValueException e) {
            findings.add(e.code(), child, e.problem());
            return Optional.empty();
        }
    }

    private Optional<String> nonEmpty(Node child) {
        String text = stripped(child);
        if (text.isEmpty()) {
            findings.add(FindingCode.ELEMENT_EMPTY, child, "The element " + child.name() + " is empty.");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** Without XML white space at both ends; other white space belongs to the text. */
    static String stripped(Node child) {
        String text = child.text().toString();
        int start = 0;
        int end = text.length();
        while (start < end && " \t\r\n".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && " \t\r\n".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static String shorten(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
