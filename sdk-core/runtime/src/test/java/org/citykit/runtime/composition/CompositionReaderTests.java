package org.citykit.runtime.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citykit.api.CalendarSystem;
import org.citykit.api.Text;
import org.citykit.runtime.PortalSettings;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompositionReaderTests {
    private static final String TEHRAN = """
            portal:
              id: tehran
              name: { fa: تهران, ar: طهران, en: Tehran }
              languages: [fa, ar, en]
              zone: Asia/Tehran
              calendars: [persian, gregorian, islamic-umalqura]
            plugins: plugins/
            data: var/
            """;

    @TempDir
    private Path home;

    @BeforeEach
    void thereIsAFolderOfPlugins() throws IOException {
        Files.createDirectory(home.resolve("plugins"));
    }

    @Test
    void aMissingFileIsUnreadable() {
        CompositionReader.Read read =
                CompositionReader.of(name -> Optional.empty()).read(home.resolve("portal.yaml"));

        assertEquals(RuntimeError.COMPOSITION_UNREADABLE, only(read).code());
        assertEquals("portal.yaml", only(read).file());
    }

    @Test
    void aFolderIsUnreadable() {
        CompositionReader.Read read =
                CompositionReader.of(name -> Optional.empty()).read(home);

        assertEquals(RuntimeError.COMPOSITION_UNREADABLE, only(read).code());
    }

    @Test
    void anEmptyFileMissesEverything() {
        assertProblems("", "1:1 key-missing portal", "1:1 key-missing plugins", "1:1 key-missing data");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: tehran|id: Tehran|2:7 value-wrong portal.id",
                "id: tehran|di: tehran|2:3 key-missing portal.id;2:3 key-unknown portal.di",
                "id: tehran|id: [a]|2:7 value-wrong portal.id",
                "name: { fa: تهران, ar: طهران, en: Tehran }|name: { farsi_: تهران }|3:11 value-wrong portal.name.farsi_",
                "languages: [fa, ar, en]|languages: [fa, persian_, en]|4:19 value-wrong portal.languages[1]",
                "languages: [fa, ar, en]|languages: [fa, ar, fa]|4:23 value-wrong portal.languages[2]",
                "languages: [fa, ar, en]|languages: []|4:14 value-wrong portal.languages",
                "languages: [fa, ar, en]|language: fa|2:3 key-missing portal.languages;4:3 key-unknown portal.language",
                "zone: Asia/Tehran|zone: Tehran|5:9 value-wrong portal.zone",
                "zone: Asia/Tehran|zone:|2:3 key-missing portal.zone",
                "calendars: [persian,|calendars: [persia,|6:15 value-wrong portal.calendars[0]",
                "plugins: plugins/|plugins: nowhere/|7:10 value-wrong plugins",
                "plugins: plugins/|plugins: [plugins, nowhere]|7:20 value-wrong plugins[1]",
                "plugins: plugins/|plugins: []|7:10 value-wrong plugins",
                "plugins: plugins/|plugin: plugins|1:1 key-missing plugins;7:1 key-unknown plugin",
                "data: var/|data: portal.yaml|8:7 value-wrong data",
                "data: var/|data: { env: NOWHERE }|8:7 value-wrong data",
                "data: var/|data: { env: 'A B' }|8:14 value-wrong data.env",
                "data: var/|data: { env: DATA, fallback: x }|8:20 key-unknown data.fallback;8:7 value-wrong data",
                "data: var/|data: { default: x }|8:7 key-missing data.env",
                "data: var/|data: \"a\\0b\"|8:7 value-wrong data",
                "data: var/|modules: { a: b }|1:1 key-missing data;8:10 value-wrong modules"
            })
    void whatIsWrongOutsideOfModulesCostsTheComposition(String right, String wrong, String problems)
            throws IOException {
        String yaml = TEHRAN.replace(right, wrong);

        assertFalse(yaml.equals(TEHRAN));
        assertProblems(yaml, problems.split(";"));
        assertTrue(read(yaml).composition().isEmpty());
    }

    @Test
    void brokenYamlCostsTheComposition() throws IOException {
        CompositionReader.Read read = read(TEHRAN + "modules:\n  - id: a: b\n");

        assertEquals(RuntimeError.COMPOSITION_MALFORMED, only(read).code());
        assertEquals("10:10", at(only(read)));
        assertTrue(read.composition().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ id: bad, use: tables, refresh: PT0.5S }|11:38 value-wrong refresh",
                "{ id: bad, use: tables, refresh: P367D }|11:38 value-wrong refresh",
                "{ id: bad, use: tables, refresh: 15m }|11:38 value-wrong refresh",
                "{ id: bad, use: tables, refersh: PT1H }|11:29 key-unknown refersh",
                "{ id: bad, use: Tables }|11:21 value-wrong use",
                "{ id: bad }|11:5 key-missing use",
                "{ id: bad, use: tables, settings: [a] }|11:39 value-wrong settings",
                "{ id: bad, use: tables, network: [https://a.example/] }|11:39 value-wrong network[0]",
                "{ id: bad, use: tables, network: 'a.example:65536' }|11:38 value-wrong network",
                "{ id: bad, use: tables, network: 'a.example:0' }|11:38 value-wrong network",
                "{ id: bad, use: tables, network: '*' }|11:38 value-wrong network",
                "{ id: bad, use: tables, network: 'a.*.example' }|11:38 value-wrong network",
                "{ id: bad, use: tables, network: { a: b } }|11:38 value-wrong network",
                "{ id: bad, use: tables, network: [-a, 'a b', a..b] }"
                        + "|11:39 value-wrong network[0];11:43 value-wrong network[1];11:50 value-wrong network[2]"
            })
    void whatIsWrongInAModuleCostsThatModuleAlone(String entry, String problems) throws IOException {
        String yaml =
                TEHRAN + "modules:\n  - { id: first, use: tables }\n  - " + entry + "\n  - { id: last, use: ical }\n";

        assertProblems(yaml, problems.split(";"));
        Composition composition = read(yaml).composition().orElseThrow();
        assertEquals(List.of("first", "last"), ids(composition));
        assertEquals("bad", composition.refused().get(0).id());
        assertEquals(read(yaml).problems(), composition.refused().get(0).problems());
        assertEquals("bad", read(yaml).problems().get(0).module());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ use: tables }|10:5 key-missing modules[0].id",
                "{ id: Bad Id, use: tables }|10:11 value-wrong modules[0].id",
                "visits|10:5 value-wrong modules[0]",
                "|10:4 value-wrong modules[0]"
            })
    void aModuleWithoutAnIdIsReportedAndForgotten(String entry, String problem) throws IOException {
        String yaml = TEHRAN + "modules:\n  - " + (entry == null ? "" : entry) + "\n  - { id: last, use: ical }\n";

        assertProblems(yaml.replace("- \n", "-\n"), problem);
        Composition composition = read(yaml).composition().orElseThrow();
        assertEquals(List.of("last"), ids(composition));
        assertEquals(List.of(), composition.refused());
    }

    @Test
    void theFirstOfTwoModulesWithOneIdIsKept() throws IOException {
        CompositionReader.Read read = read(TEHRAN + "modules:\n  - { id: a, use: tables }\n  - { id: a, use: ical }\n");

        Composition composition = read.composition().orElseThrow();
        assertEquals(RuntimeError.MODULE_DUPLICATE, only(read).code());
        assertEquals("11:5", at(only(read)));
        assertEquals(
                "has the id of the module in line 10. Give it an id of its own.",
                only(read).message());
        assertEquals("tables", composition.modules().get(0).use());
        assertEquals(List.of(), composition.refused());
    }

    @Test
    void aSecondModuleDoesNotInheritTheIdOfARefusedOne() throws IOException {
        CompositionReader.Read read = read(TEHRAN + "modules:\n  - { id: a }\n  - { id: a, use: ical }\n");

        Composition composition = read.composition().orElseThrow();
        assertEquals(List.of(), composition.modules());
        assertEquals(
                List.of("a"),
                composition.refused().stream().map(RefusedModule::id).toList());
        assertEquals(2, read.problems().size());
    }

    @Test
    void aFolderOutsideThatIsNotThereIsReportedAndCostsNothing() throws IOException {
        Path atlas = Files.createDirectory(home.resolve("atlas"));
        String yaml = TEHRAN
                + "folders:\n  atlas: { env: ATLAS, default: elsewhere }\n  gone: nowhere\n  unset: { env: NOWHERE }\n  A: x\n";

        CompositionReader.Read read = read(yaml, Map.of("ATLAS", atlas.toString()));

        assertEquals(
                List.of("11:9", "12:10", "13:3"),
                read.problems().stream().map(CompositionReaderTests::at).toList());
        assertEquals(
                Map.of("atlas", atlas, "gone", home.resolve("nowhere")),
                read.composition().orElseThrow().folders());
    }

    @Test
    void aFolderHasADefaultForWhenItsVariableIsNotSet() throws IOException {
        CompositionReader.Read read = read(TEHRAN.replace("data: var/", "data: { env: NOWHERE, default: var }"));

        assertEquals(home.resolve("var"), read.composition().orElseThrow().data());
    }

    @Test
    void whatAVariableHoldsIsNeverShown() throws IOException {
        CompositionReader.Read read =
                read(TEHRAN.replace("plugins: plugins/", "plugins: { env: TOKEN }"), Map.of("TOKEN", "hunter2"));

        assertFalse(only(read).toString().contains("hunter2"), only(read).toString());
        assertTrue(only(read).message().contains("'TOKEN'"), only(read).message());
    }

    @Test
    void anUnknownKeyIsGuessedAndItsValueNotShown() throws IOException {
        Problem problem = only(read(TEHRAN + "module:\n  token: hunter2\n"));

        assertEquals(
                "portal.yaml:9:1  key 'module' does not exist. Did you mean 'modules'? See errors.md#key-unknown",
                problem.toString());
    }

    @Test
    void aLongValueIsCutAndItsControlCharactersAreEscaped() throws IOException {
        Problem problem = only(read(TEHRAN.replace("id: tehran", "id: \"a\\n" + "b".repeat(100) + "\"")));

        assertTrue(problem.message().contains("but is \"a\\u000A" + "b".repeat(78) + "…\"."), problem.message());
    }

    @Test
    void aWholeFileIsRead() throws IOException {
        Composition composition =
                whole(read(TEHRAN.replace("  id: tehran\n", "  id: tehran\n  domain: Tehran.Example\n") + """
                modules:
                  - id: sister-cities
                    use: tables
                    settings: { file: data/sister-cities.csv, format: citykit }
                    refresh: PT۱۵M
                    network: [Protocol.Example, 192.0.2.1, "[2001:db8::1]:81", a.example:8443, "*.شهر.example"]
                  - { id: visits, use: delegations }
                """));

        assertEquals("portal.yaml", composition.file());
        assertEquals(home, composition.home());
        assertEquals(
                new PortalSettings(
                        "tehran",
                        Text.of("fa", "تهران").and("ar", "طهران").and("en", "Tehran"),
                        List.of(Locale.forLanguageTag("fa"), Locale.forLanguageTag("ar"), Locale.ENGLISH),
                        ZoneId.of("Asia/Tehran"),
                        List.of(CalendarSystem.PERSIAN, CalendarSystem.GREGORIAN, CalendarSystem.ISLAMIC_UMALQURA),
                        Optional.of("tehran.example")),
                composition.portal());
        assertEquals(List.of(home.resolve("plugins")), composition.plugins());
        assertEquals(home.resolve("var"), composition.data());
        ModuleSpec cities = composition.modules().get(0);
        assertEquals(Duration.ofMinutes(15), cities.refresh());
        assertEquals(
                List.of("protocol.example", "192.0.2.1", "[2001:db8::1]:81", "a.example:8443", "*.xn--wgbf1d.example"),
                cities.network());
        assertEquals(
                List.of("file", "format"),
                List.copyOf(cities.settings().members().keySet()));
        ModuleSpec visits = composition.modules().get(1);
        assertEquals(Duration.ofHours(1), visits.refresh());
        assertEquals("modules[1].settings (16:5)", visits.settings().place().toString());
        assertEquals(16, visits.place().line());
    }

    @Test
    void aModuleThatMovedInTheFileHasNotChanged() throws IOException {
        String modules = "modules:\n  - { id: a, use: tables, settings: { x: 1 } }\n";

        ModuleSpec before = whole(read(TEHRAN + modules)).modules().get(0);
        ModuleSpec moved = whole(read("# moved\n" + TEHRAN + modules)).modules().get(0);
        ModuleSpec changed =
                whole(read(TEHRAN + modules.replace("x: 1", "x: 2"))).modules().get(0);

        assertTrue(before.sameContent(moved));
        assertFalse(before.sameContent(changed));
    }

    @Test
    void aPortalWithoutCalendarsShowsTheGregorianOne() throws IOException {
        Composition composition = whole(read(TEHRAN.replace("  calendars: [persian, gregorian, islamic-umalqura]\n", "")
                .replace("[fa, ar, en]", "no")));

        assertEquals(List.of(CalendarSystem.GREGORIAN), composition.portal().calendars());
        assertEquals(List.of(Locale.forLanguageTag("no")), composition.portal().languages());
        assertEquals(List.of(), composition.modules());
    }

    private void assertProblems(String yaml, String... expected) {
        List<String> found = read(yaml).problems().stream()
                .map(problem -> at(problem) + " " + problem.code().anchor() + " "
                        + problem.message().replaceFirst("^key '([^']*)'.*$", "$1"))
                .toList();
        assertEquals(List.of(expected), found);
    }

    private CompositionReader.Read read(String yaml) {
        return read(yaml, Map.of());
    }

    private CompositionReader.Read read(String yaml, Map<String, String> environment) {
        try {
            Path file = Files.writeString(home.resolve("portal.yaml"), yaml);
            return CompositionReader.of(name -> Optional.ofNullable(environment.get(name)))
                    .read(file);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static Problem only(CompositionReader.Read read) {
        assertEquals(1, read.problems().size(), () -> read.problems().toString());
        return read.problems().get(0);
    }

    private static Composition whole(CompositionReader.Read read) {
        assertEquals(List.of(), read.problems());
        return read.composition().orElseThrow();
    }

    private static List<String> ids(Composition composition) {
        return composition.modules().stream().map(ModuleSpec::id).toList();
    }

    private static String at(Problem problem) {
        return problem.line() + ":" + problem.column();
    }
}
