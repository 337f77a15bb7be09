package org.citykit.host.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citykit.runtime.check.CheckReport;
import org.citykit.runtime.check.CheckedFile;
import org.citykit.runtime.check.Finding;
import org.citykit.runtime.check.FindingRule;
import org.citykit.runtime.check.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTests {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutAFileTheUsageIsPrinted() {
        assertEquals(2, run("check"));
        assertTrue(err.toString().contains("FILE"), err.toString());
    }

    @Test
    void aFormatThatDoesNotExistIsAnsweredWithThoseThatDo() throws IOException {
        assertEquals(2, run("check", letter(), "--format", "xml"));
        assertTrue(err.toString().contains("text, json, sarif"), err.toString());
    }

    @Test
    void aFileThatIsNoPluginIsToldWithItsReasonAndWhatToDo() throws IOException {
        assertEquals(1, run("check", letter()));
        assertTrue(out.toString().contains("error    PluginUnreadable"), out.toString());
        assertTrue(out.toString().contains("1 error, 0 warnings, 0 notes in 1 file"), out.toString());
    }

    @Test
    void aBaselineThatIsNotThereIsNamed() throws IOException {
        assertEquals(
                1,
                run("check", letter(), "--baseline", folder.resolve("none.txt").toString()));
        assertTrue(err.toString().contains("none.txt"), err.toString());
    }

    @Test
    void anAcceptedFindingDoesNotCountAndOneThatIsGoneIsTold() throws IOException {
        String accepted = folder.resolve("accepted.txt").toString();

        assertEquals(1, run("check", letter(), "--write-baseline", accepted));
        assertEquals(0, run("check", letter(), "--baseline", accepted));
        assertTrue(out.toString().contains("1 finding accepted by the baseline"), out.toString());
    }

    @Test
    void theReportGoesToAFileWhenOneIsNamed() throws IOException {
        Path json = folder.resolve("report.json");

        assertEquals(1, run("check", letter(), "-f", "json", "-o", json.toString()));

        assertEquals("", out.toString());
        JsonNode file = JSON.readTree(json.toFile()).path("files").path(0);
        assertEquals("plugin-unreadable", file.at("/findings/0/rule").asText());
        assertEquals("error", file.at("/findings/0/severity").asText());
    }

    @Test
    void sarifHasWhatItsSchemaAsksFor() throws IOException {
        JsonNode root = JSON.readTree(
                CheckSarif.of(report("plugins/a b.zip"), Path.of("")).toString());

        assertEquals("2.1.0", root.path("version").asText());
        JsonNode run = root.path("runs").path(0);
        assertFalse(run.at("/tool/driver/name").asText().isEmpty());
        Set<String> ids = new TreeSet<>();
        for (JsonNode rule : run.at("/tool/driver/rules")) {
            assertTrue(ids.add(rule.path("id").asText()), "a rule twice");
            assertFalse(rule.at("/shortDescription/text").asText().isEmpty());
            assertFalse(rule.at("/help/text").asText().isEmpty());
        }
        assertEquals(2, run.path("results").size());
        for (JsonNode result : run.path("results")) {
            int index = result.path("ruleIndex").asInt();
            assertEquals(
                    result.path("ruleId").asText(),
                    run.at("/tool/driver/rules").path(index).path("id").asText());
            assertTrue(Set.of("none", "note", "warning", "error")
                    .contains(result.path("level").asText()));
            assertFalse(result.at("/message/text").asText().isEmpty());
            assertTrue(result.path("occurrenceCount").asInt() >= 1);
            assertFalse(result.path("partialFingerprints").isEmpty());
            JsonNode artifact = result.at("/locations/0/physicalLocation/artifactLocation");
            assertEquals("plugins/a%20b.zip", artifact.path("uri").asText());
            assertEquals("ROOT", artifact.path("uriBaseId").asText());
            assertEquals(0, artifact.path("index").asInt());
        }
        assertEquals(
                "acme.Main#open:31",
                run.at("/results/0/locations/0/logicalLocations/0/fullyQualifiedName")
                        .asText());
        assertEquals("ab", run.at("/artifacts/0/hashes/sha-256").asText());
    }

    @Test
    void sarifNamesWhatIsOutsideOfTheFolderAsAWhole() throws IOException {
        ObjectNode root = CheckSarif.of(report(folder.resolve("a.zip").toString()), folder.resolve("elsewhere"));

        String uri = root.at("/runs/0/artifacts/0/location/uri").asText();
        assertTrue(uri.startsWith("file:///"), uri);
        assertTrue(root.at("/runs/0/artifacts/0/location/uriBaseId").isMissingNode());
    }

    @Test
    void everyRuleHasItsEntryAndItCanBeExplained() {
        Set<String> rules = Arrays.stream(FindingRule.values())
                .map(FindingRule::anchor)
                .collect(Collectors.toCollection(TreeSet::new));

        for (String rule : rules) {
            List<String> entry = HelpPages.entry(rule).orElse(List.of());
            assertTrue(String.join("\n", entry).contains("**Do:**"), rule);
        }
        assertEquals(0, run("explain", "method-not-found"));
        assertTrue(out.toString().contains("### method-not-found"), out.toString());
    }

    @Test
    void signingWithoutAPasswordSaysHowToGiveIt() throws IOException {
        assertEquals(2, run("sign", letter(), "--keystore", "keys.p12"));
        assertTrue(err.toString().contains("--password-env"), err.toString());
        assertEquals(2, run("sign", letter(), "--keystore", "keys.p12", "--password-env", "NO_SUCH_VARIABLE"));
        assertTrue(err.toString().contains("NO_SUCH_VARIABLE"), err.toString());
    }

    @Test
    void signingWithoutAKeystoreIsWrongUse() throws IOException {
        assertEquals(2, run("sign", letter()));
        assertTrue(err.toString().contains("--keystore"), err.toString());
    }

    @Test
    void signingWithAKeystoreThatIsNotThereNamesIt() throws IOException {
        Path store = folder.resolve("keys.p12");
        Sign sign = new Sign(console(), name -> name.equals("SECRET") ? "changeit" : null);

        int code = new picocli.CommandLine(sign.spec())
                .execute(letter(), "--keystore", store.toString(), "--password-env", "SECRET");

        assertEquals(1, code);
        assertTrue(err.toString().contains("keys.p12"), err.toString());
    }

    private static CheckReport report(String file) {
        Finding error = new Finding(
                "method-not-found",
                Severity.ERROR,
                "",
                "acme.Thing.go()V",
                List.of("acme.Main#open:31"),
                1,
                "It is not there.",
                "It fails.",
                "Mend it.");
        Finding note =
                new Finding("unsigned", Severity.NOTE, "", "", List.of(), 1, "It is not signed.", "", "Sign it.");
        return new CheckReport(
                List.of(new CheckedFile(file, "acme", "1.0.0", "ab", 10, List.of("acme"), 3, List.of(error, note), 0)),
                "1.0.0",
                17);
    }

    private String letter() throws IOException {
        return Files.writeString(folder.resolve("letter.jar"), "Dear vendor").toString();
    }

    private Console console() {
        return new Console(new PrintWriter(out, true), new PrintWriter(err, true), Optional.of(folder));
    }

    private int run(String... arguments) {
        return Citykit.run(console(), arguments);
    }
}
