package org.citykit.runtime.plugin;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Text;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.audit.UseKind;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code META-INF/citykit/plugin.json} with the place of everything that is wrong in it. Confined. */
final class ManifestReader {
    static final String PATH = "META-INF/citykit/plugin.json";
    static final int BYTES = 1 << 16;

    private static final int DEPTH = 10;
    private static final Pattern HOST = Pattern.compile(
            "(?:\\*\\.)?[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*(?::[1-9][0-9]{0,4})?");
    private static final Pattern MODULE_NAME = Pattern.compile("[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*)*");

    private final Findings findings;
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Map<String, VersionRange> requires = new LinkedHashMap<>();
    private final Map<String, VersionRange> optional = new LinkedHashMap<>();

    private ManifestReader(Findings findings) {
        this.findings = findings;
    }

    static PluginManifest read(byte[] json, Findings findings) {
        ManifestReader reader = new ManifestReader(findings);
        Optional<Node> root = reader.compose(json);
        return root.map(reader::manifest).orElse(PluginManifest.NONE);
    }

    private Optional<Node> compose(byte[] json) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(BYTES);
        options.setNestingDepthLimit(DEPTH);
        options.setMaxAliasesForCollections(0);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            return Optional.ofNullable(new Yaml(options).compose(new StringReader(asYaml(text))));
        } catch (CharacterCodingException e) {
            findings.add(RuntimeError.PLUGIN_MALFORMED, PATH + " is not in UTF-8. Save it in UTF-8.");
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            wrong(mark, "is no JSON: " + e.getProblem() + ". Mend it there.");
        } catch (YAMLException e) {
            findings.add(RuntimeError.PLUGIN_MALFORMED, PATH + " cannot be read: " + e.getMessage() + ". Mend it.");
        }
        return Optional.empty();
    }

    /** JSON is YAML but for tabs between tokens and the escape {@code \/}; columns stay where they are, or nearly so. */
    private static String asYaml(String json) {
        StringBuilder out = new StringBuilder(json.length());
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted && c == '\\' && i + 1 < json.length()) {
                i++;
                out.append(json.charAt(i) == '/' ? "" : "\\").append(json.charAt(i));
            } else {
                quoted ^= c == '"';
                out.append(c == '\t' && !quoted ? ' ' : c);
            }
        }
        return out.toString();
    }

    private PluginManifest manifest(Node root) {
        keys.putAll(children(root, "the whole"));
        take("requires").ifPresent(this::requirements);
        PluginManifest manifest = new PluginManifest(
                take("title").flatMap(this::title),
                take("vendor").flatMap(node -> text(node, "vendor")),
                take("licence").flatMap(node -> text(node, "licence")),
                requires,
                optional,
                take("permissions").map(this::network).orElse(List.of()),
                take("uses").map(this::uses).orElse(Set.of()),
                take("personalData").map(this::personalData),
                take("supportEnd").flatMap(this::date));
        refuseOthers(keys, "title, vendor, licence, requires, permissions, uses, personalData and supportEnd");
        return manifest;
    }

    private Optional<Node> take(String key) {
        return Optional.ofNullable(keys.remove(key));
    }

    private Optional<Text> title(Node node) {
        Map<String, String> texts = new LinkedHashMap<>();
        children(node, "title").forEach((tag, value) -> text(value, tag).ifPresent(text -> texts.put(tag, text)));
        try {
            return Optional.of(new Text(texts));
        } catch (InvalidValueException e) {
            wrong(
                    node.getStartMark(),
                    "'title' is wrong: " + e.field() + " " + e.reason()
                            + ". Write {\"en\": \"…\"} with language tags of BCP 47.");
            return Optional.empty();
        }
    }

    private void requirements(Node node) {
        children(node, "requires").forEach((id, value) -> {
            if (!MODULE_NAME.matcher(id).matches()) {
                wrong(value.getStartMark(), "'" + id + "' under requires is no plugin's id. Write its module's name.");
            }
            if (value instanceof MappingNode) {
                requirement(id, value);
            } else {
                range(id, value).ifPresent(range -> requires.put(id, range));
            }
        });
    }

    private void requirement(String id, Node node) {
        Map<String, Node> parts = children(node, id);
        Node range = parts.remove("range");
        Node flag = parts.remove("optional");
        Map<String, VersionRange> target = flag != null && truth(flag) ? optional : requires;
        if (range == null) {
            wrong(node.getStartMark(), "'range' is missing here. Add it; \"*\" stands for all versions.");
        } else {
            range(id, range).ifPresent(it -> target.put(id, it));
        }
        refuseOthers(parts, "range and optional");
    }

    private Optional<VersionRange> range(String id, Node node) {
        String range = text(node, id).orElse("");
        Optional<VersionRange> parsed = VersionRange.parse(range);
        if (parsed.isEmpty()) {
            wrong(
                    node.getStartMark(),
                    "'" + range + "' is no range of versions. Write for example"
                            + " \"^1.2\", \"~1.2.3\" or \">=1.2 <3\".");
        } else if (parsed.get().isEmpty()) {
            wrong(node.getStartMark(), "'" + range + "' is a range in which no version lies. Correct its ends.");
        }
        return parsed;
    }

    private boolean truth(Node node) {
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!text.equals("true") && !text.equals("false")) {
            wrong(node.getStartMark(), "'optional' is neither true nor false. Write one of them, without quotes.");
        }
        return text.equals("true");
    }

    private List<String> network(Node node) {
        Map<String, Node> permissions = children(node, "permissions");
        Node hosts = permissions.remove("network");
        refuseOthers(permissions, "network");
        List<String> names = new ArrayList<>();
        for (Node host : hosts == null ? List.<Node>of() : items(hosts, "network")) {
            String name = text(host, "network").orElse("");
            if (!HOST.matcher(name).matches()) {
                wrong(
                        host.getStartMark(),
                        "'" + name + "' is no host name. Write it in lower case and ASCII, without"
                                + " scheme; '*.example.org' stands for all below, and ':8443' behind it for another port.");
            }
            names.add(name);
        }
        return names;
    }

    private Set<UseKind> uses(Node node) {
        Set<UseKind> kinds = EnumSet.noneOf(UseKind.class);
        for (Node item : items(node, "uses")) {
            String word = text(item, "uses").orElse("");
            UseKind.ofWord(word)
                    .ifPresentOrElse(
                            kinds::add,
                            () -> wrong(
                                    item.getStartMark(),
                                    "'" + word + "' is nothing that a plugin can say it uses. Known are "
                                            + Arrays.stream(UseKind.values())
                                                    .map(UseKind::word)
                                                    .collect(Collectors.joining(", "))
                                            + "."));
        }
        return kinds;
    }

    private List<PluginManifest.PersonalData> personalData(Node node) {
        List<PluginManifest.PersonalData> kinds = new ArrayList<>();
        for (Node item : items(node, "personalData")) {
            Map<String, Node> parts = children(item, "personalData");
            kinds.add(new PluginManifest.PersonalData(
                    needed(item, parts.remove("category"), "category"),
                    needed(item, parts.remove("purpose"), "purpose"),
                    needed(item, parts.remove("retention"), "retention")));
            refuseOthers(parts, "category, purpose and retention");
        }
        return kinds;
    }

    private String needed(Node parent, @Nullable Node node, String key) {
        if (node == null) {
            wrong(parent.getStartMark(), "'" + key + "' is missing here. Add it.");
            return "";
        }
        return text(node, key).orElse("");
    }

    private Optional<LocalDate> date(Node node) {
        try {
            return text(node, "supportEnd").map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            wrong(node.getStartMark(), "'supportEnd' is no date. Write it like \"2031-12-31\".");
            return Optional.empty();
        }
    }

    private Optional<String> text(Node node, String key) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue());
        }
        wrong(node.getStartMark(), "'" + key + "' is no text. Write one.");
        return Optional.empty();
    }

    private List<Node> items(Node node, String key) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        wrong(node.getStartMark(), "'" + key + "' is no list. Write […].");
        return List.of();
    }

    private Map<String, Node> children(Node node, String key) {
        Map<String, Node> children = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            wrong(node.getStartMark(), "'" + key + "' is no object. Write {…}.");
            return children;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = text(tuple.getKeyNode(), key).orElse("");
            if (children.put(name, tuple.getValueNode()) != null) {
                wrong(tuple.getKeyNode().getStartMark(), "'" + name + "' is there twice. Leave one.");
            }
        }
        return children;
    }

    private void refuseOthers(Map<String, Node> left, String known) {
        left.forEach(
                (key, node) -> wrong(node.getStartMark(), "'" + key + "' is unknown here. Known are " + known + "."));
    }

    private void wrong(@Nullable Mark mark, String message) {
        findings.addAt(
                mark == null ? 0 : mark.getLine() + 1,
                mark == null ? 0 : mark.getColumn() + 1,
                "In " + PATH + ": " + message);
    }
}
