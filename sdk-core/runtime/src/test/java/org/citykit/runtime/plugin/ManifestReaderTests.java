package org.citykit.runtime.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.citykit.runtime.Problem;
import org.citykit.runtime.audit.UseKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ManifestReaderTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"titel\": {}} | 'titel' is unknown here",
                "{\"title\": \"x\"} | 'title' is no object",
                "{\"title\": {\"not a tag\": \"x\"}} | language tags",
                "{\"title\": {}} | 'title' is wrong",
                "{\"vendor\": \"a\", \"vendor\": \"b\"} | 'vendor' is there twice",
                "{\"vendor\": [\"a\"]} | 'vendor' is no text",
                "{\"requires\": {\"acme.base\": \"[1,2\"}} | '[1,2' is no range of versions",
                "{\"requires\": {\"acme.base\": \">2 <1\"}} | '>2 <1' is a range in which no version lies",
                "{\"requires\": {\"acme.base\": \"1,2\"}} | '1,2' is no range of versions",
                "{\"requires\": {\"acme-base\": \"1\"}} | 'acme-base' under requires is no plugin's id",
                "{\"requires\": {\"acme.base\": {\"optional\": true}}} | 'range' is missing here",
                "{\"requires\": {\"acme.base\": {\"range\": \"1 or 2\"}}} | '1 or 2' is no range of versions",
                "{\"requires\": {\"acme.base\": {\"range\": \"1\", \"optional\": \"yes\"}}} | is neither true nor false",
                "{\"requires\": {\"acme.base\": {\"range\": \"1\", \"versions\": 1}}} | Known are range and optional",
                "{\"permissions\": {\"files\": []}} | 'files' is unknown here",
                "{\"permissions\": {\"network\": [\"https://example.org\"]}} | is no host name",
                "{\"permissions\": {\"network\": [\"example.org:0\"]}} | is no host name",
                "{\"permissions\": {\"network\": \"example.org\"}} | 'network' is no list",
                "{\"personalData\": [{\"category\": \"x\", \"purpose\": \"y\"}]} | 'retention' is missing",
                "{\"supportEnd\": \"31.12.2031\"} | 'supportEnd' is no date",
                "{\"vendor\": } x | is no JSON",
                "[1] | 'the whole' is no object",
                "{\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": 1}}}}}}}}}}} | Nesting Depth"
            })
    void whatIsWrongIsToldWithItsReason(String json, String expected) {
        List<Problem> problems = problems(json);

        assertTrue(
                problems.stream().anyMatch(it -> it.message().contains(expected)), () -> problems + " for " + expected);
    }

    @Test
    void aProblemHasItsPlace() {
        Problem problem =
                problems("{\n\t\"vendor\": \"x\",\n\t\"nonsense\": 1\n}").get(0);

        assertEquals(3, problem.line());
        assertEquals(14, problem.column());
        assertEquals("file.zip", problem.file());
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        Findings findings = new Findings("file.zip");

        ManifestReader.read(new byte[] {'{', (byte) 0xff, '}'}, findings);

        assertThrows(PluginRefusedException.class, findings::refuseIfAny);
    }

    @Test
    void everythingThatCanBeSaidIsRead() {
        PluginManifest manifest = read("""
                {
                \t"title": {"en": "Feasts \\u2764 and \\/ or \\"days\\"", "fa": "جشن‌ها"},
                \t"vendor": "Acme",
                  "licence": "Apache-2.0",
                  "requires": {"acme.base": "^1.2"},
                  "permissions": {"network": ["example.org", "*.example.com", "localhost"]},
                  "uses": ["threads", "files"],
                  "personalData": [{"category": "names", "purpose": "invitations", "retention": "P1Y"}],
                  "supportEnd": "2031-12-31"
                }
                """);

        assertEquals(
                "Feasts \u2764 and / or \"days\"",
                manifest.title().orElseThrow().in(Locale.ENGLISH));
        assertEquals(Optional.of("Acme"), manifest.vendor());
        assertEquals(Optional.of("Apache-2.0"), manifest.licence());
        assertEquals("^1.2", manifest.requires().get("acme.base").text());
        assertEquals(List.of("example.org", "*.example.com", "localhost"), manifest.network());
        assertEquals(Set.of(UseKind.FILES, UseKind.THREADS), manifest.uses());
        assertEquals(
                Set.of(UseKind.NETWORK, UseKind.FILES, UseKind.THREADS),
                manifest.declared().kinds());
        assertEquals("P1Y", manifest.personalData().orElseThrow().get(0).retention());
        assertEquals(Optional.of(LocalDate.of(2031, 12, 31)), manifest.supportEnd());
    }

    @Test
    void aPluginThatMayBeAbsentIsReadApartFromThoseThatMayNot() {
        PluginManifest manifest = read("""
                {"requires": {
                  "acme.maps": ">=1.2 <2",
                  "acme.geo": {"range": "^3", "optional": true},
                  "acme.text": {"range": "~1.2", "optional": false},
                  "acme.news": {"range": "*"}}}
                """);

        assertEquals(
                List.of("acme.maps", "acme.text", "acme.news"),
                List.copyOf(manifest.requires().keySet()));
        assertEquals(List.of("acme.geo"), List.copyOf(manifest.optional().keySet()));
        assertEquals("^3", manifest.optional().get("acme.geo").text());
    }

    @Test
    void aRequirementThatIsWrongHasItsPlace() {
        Problem problem = problems("{\"requires\": {\n  \"acme.geo\": {\"range\": \"^3\",\n  \"optional\": 1}}}")
                .get(0);

        assertEquals(3, problem.line());
        assertEquals(15, problem.column());
    }

    @Test
    void aUseThatDoesNotExistIsToldWithItsPlaceAndThoseThatDo() {
        Problem problem = problems("{\n  \"uses\": [\"files\", \"magic\"]}").get(0);

        assertEquals(2, problem.line());
        assertEquals(21, problem.column());
        assertTrue(problem.message().contains("'magic'"), problem.message());
        assertTrue(problem.message().contains("network, files, processes"), problem.message());
    }

    @Test
    void anEmptyListOfPersonalDataSaysThatThereIsNone() {
        assertEquals(Optional.of(List.of()), read("{\"personalData\": []}").personalData());
        assertEquals(Optional.empty(), read("{}").personalData());
    }

    private static PluginManifest read(String json) {
        Findings findings = new Findings("file.zip");
        PluginManifest manifest = ManifestReader.read(json.getBytes(StandardCharsets.UTF_8), findings);
        findings.refuseIfAny();
        return manifest;
    }

    private static List<Problem> problems(String json) {
        return assertThrows(PluginRefusedException.class, () -> read(json)).problems();
    }
}
