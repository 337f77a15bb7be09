package org.citykit.host.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citykit.runtime.check.CheckReport;
import org.citykit.runtime.check.CheckedFile;
import org.citykit.runtime.check.Finding;

/**
 * A report of the verifier in SARIF 2.1.0 (OASIS), which code hosts and editors show. Places in class files are logical
 * locations; the physical one is the plugin file.
 */
final class CheckSarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String BASE = "ROOT";

    private final Path root;
    private final Map<String, Finding> rules = new LinkedHashMap<>();
    private final ArrayNode artifacts = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode results = JsonNodeFactory.instance.arrayNode();

    private CheckSarif(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** @param root the folder that paths are told relative to; what is outside of it is told as a whole */
    static ObjectNode of(CheckReport report, Path root) {
        CheckSarif sarif = new CheckSarif(root);
        report.files().forEach(sarif::file);
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = out.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "citykit check").put("version", report.api());
        driver.set("rules", sarif.rules());
        run.put("columnKind", "utf16CodeUnits");
        run.set("artifacts", sarif.artifacts);
        run.set("results", sarif.results);
        return out;
    }

    private void file(CheckedFile file) {
        int index = artifacts.size();
        ObjectNode artifact = artifacts.addObject();
        location(file, artifact.putObject("location"));
        artifact.put("length", file.bytes());
        if (!file.sha256().isEmpty()) {
            artifact.putObject("hashes").put("sha-256", file.sha256());
        }
        file.findings().forEach(finding -> result(file, index, finding));
    }

    private void location(CheckedFile file, ObjectNode location) {
        Path path = Path.of(file.file()).toAbsolutePath().normalize();
        if (path.startsWith(root)) {
            location.put("uri", relative(root.relativize(path))).put("uriBaseId", BASE);
        } else {
            location.put("uri", path.toUri().toString());
        }
    }

    private static String relative(Path path) {
        try {
            return new URI(null, null, path.toString().replace('\\', '/'), null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no URI for " + path, e);
        }
    }

    private void result(CheckedFile file, int artifact, Finding finding) {
        rules.putIfAbsent(finding.rule(), finding);
        ObjectNode result = results.addObject();
        result.put("ruleId", finding.rule());
        result.put("ruleIndex", List.copyOf(rules.keySet()).indexOf(finding.rule()));
        result.put("level", CheckJson.word(finding.severity()));
        result.putObject("message").put("text", text(finding));
        result.put("occurrenceCount", Math.max(1, finding.count()));
        ObjectNode location = result.putArray("locations").addObject();
        ObjectNode place = location.putObject("physicalLocation").putObject("artifactLocation");
        location(file, place);
        place.put("index", artifact);
        if (!finding.places().isEmpty()) {
            ArrayNode logical = location.putArray("logicalLocations");
            finding.places().forEach(it -> logical.addObject().put("fullyQualifiedName", it));
        }
        result.putObject("partialFingerprints").put("citykitFinding/v1", file.plugin() + " " + finding.key());
    }

    private static String text(Finding finding) {
        List<String> parts = new ArrayList<>();
        for (String part : List.of(finding.summary(), finding.detail(), finding.advice())) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return String.join(" ", parts);
    }

    private ArrayNode rules() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        rules.forEach((id, example) -> {
            ObjectNode rule = all.addObject().put("id", id).put("name", example.name());
            List<String> entry = HelpPages.entry(id).orElse(List.of());
            rule.putObject("shortDescription").put("text", first(entry, example.name()));
            String markdown = String.join("\n", entry).strip();
            rule.putObject("help").put("text", "citykit explain " + id).put("markdown", markdown);
            rule.putObject("defaultConfiguration").put("level", CheckJson.word(example.severity()));
        });
        return all;
    }

    /** The first sentence of an entry, without the word that says whose it is. */
    private static String first(List<String> entry, String otherwise) {
        return entry.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> line.replaceFirst("^\\*[^*]*\\*\\s*", ""))
                .orElse(otherwise);
    }
}
