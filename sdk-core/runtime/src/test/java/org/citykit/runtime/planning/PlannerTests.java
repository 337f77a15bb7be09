package org.citykit.runtime.planning;

import static org.citykit.runtime.plugin.Found.plugin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.audit.UseKind;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.composition.CompositionReader;
import org.citykit.runtime.plan.ModuleChange;
import org.citykit.runtime.plan.Note;
import org.citykit.runtime.plan.Permission;
import org.citykit.runtime.plan.Plan;
import org.citykit.runtime.plan.PlanData;
import org.citykit.runtime.plan.PlanText;
import org.citykit.runtime.plan.PluginChange;
import org.citykit.runtime.plan.PortalPart;
import org.citykit.runtime.plan.SettingFinding;
import org.citykit.runtime.plugin.Found;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.resolve.Resolver;
import org.citykit.runtime.settings.SettingNote;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlannerTests {
    private static final LocalDate TODAY = LocalDate.of(2030, 6, 1);
    private static final Locale PERSIAN = Locale.forLanguageTag("fa");

    private static final String FEASTS = """
              - id: feasts
                use: acme.feasts
                settings: { feed: https://a.example/, token: { env: TOKEN } }
            """;

    @TempDir
    Path home;

    @BeforeEach
    void makeFolder() throws Exception {
        Files.createDirectories(home.resolve("plugins"));
    }

    @Test
    void aModuleThatRunsAndCouldNotBeOpenedAgainIsAnObstacle() throws Exception {
        Plan plan = Planner.plan(
                input(1, FEASTS, plugin("acme.feasts", "1.0.0")),
                input(2, FEASTS, plugin("acme.feasts", "2.0.0").requires("acme.nobody")));

        assertEquals(List.of("feasts refused PLUGIN_REFUSED"), modules(plan));
        assertEquals(
                List.of("Module feasts runs now and could not be opened again. Mend it, or take it out."),
                plan.obstacles().stream().map(it -> it.text(Locale.ENGLISH)).toList());
        assertFalse(plan.isApplicable());
        assertFalse(plan.isEmpty());
    }

    @Test
    void aNewModuleThatCannotBeOpenedHindersNobody() throws Exception {
        Plan plan = Planner.plan(
                input(1, FEASTS, plugin("acme.feasts")),
                input(2, FEASTS + "  - { id: news, use: acme.news }\n", plugin("acme.feasts")));

        assertEquals(List.of("feasts kept", "news refused PROVIDER_UNKNOWN"), modules(plan));
        assertEquals(
                "no plugin provides acme-news; there are: acme-feasts",
                plan.module("news").orElseThrow().causes().get(0).text(Locale.ENGLISH));
        assertTrue(plan.isApplicable());
        assertTrue(plan.isEmpty());
    }

    @Test
    void settingsThatDoNotFitAreToldWithoutTheirValues() throws Exception {
        PlanInput after = input(2, FEASTS.replace("feed:", "fed:"), plugin("acme.feasts", "2.0.0"));
        Problem problem = new Problem(
                RuntimeError.SETTING_UNKNOWN, "feasts", "portal.yaml", 9, 5, "setting 'fed' does not exist.");
        SettingsCheck check = new SettingsCheck(
                List.of(problem), List.of(new SettingNote(SettingNote.Kind.OLD_NAME, "token", "key")));
        PlanInput checked = new PlanInput(
                2,
                after.composition(),
                after.found(),
                after.resolution(),
                List.of(),
                Map.of("feasts", check),
                Map.of(),
                List.of(),
                TODAY);

        Plan plan = Planner.plan(input(1, FEASTS, plugin("acme.feasts")), checked);

        assertEquals(List.of("feasts refused SETTINGS_WRONG"), modules(plan));
        assertEquals(
                List.of(SettingFinding.Kind.UNKNOWN, SettingFinding.Kind.OLD_NAME),
                plan.settings().stream().map(SettingFinding::kind).toList());
        assertFalse(plan.isApplicable());
        assertFalse(PlanText.of(plan, Locale.ENGLISH).toString().contains("a.example"));
    }

    @Test
    void aDataFolderCannotBeChangedWhileThePortalRuns() throws Exception {
        PlanInput before = input(1, FEASTS, plugin("acme.feasts"));
        PlanInput after = input(2, "Asia/Tehran", "Testing", "elsewhere", FEASTS, plugin("acme.feasts"));

        assertEquals(
                "A running portal cannot change data (folder of data). Stop it, and start it with the new one.",
                Planner.plan(before, after).obstacles().get(0).text(Locale.ENGLISH));
    }

    @Test
    void theNameAndTheZoneAreChangedWhileThePortalRuns() throws Exception {
        PlanInput before = input(1, FEASTS, plugin("acme.feasts"));
        PlanInput after = input(2, "Asia/Baghdad", "Tested", "var", FEASTS, plugin("acme.feasts"));

        Plan plan = Planner.plan(before, after);

        assertEquals(Set.of(PortalPart.NAME, PortalPart.ZONE), Set.copyOf(plan.portal()));
        assertEquals(List.of("feasts replaced ZONE"), modules(plan));
        assertEquals(List.of(), plan.obstacles());
    }

    @Test
    void aLanguageInWhichTheHostHasNoTextsIsAnObstacle() throws Exception {
        PlanInput bare = input(2, FEASTS, plugin("acme.feasts"));
        PlanInput after = new PlanInput(
                2,
                bare.composition(),
                bare.found(),
                bare.resolution(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(Locale.forLanguageTag("ku")),
                TODAY);

        Plan plan = Planner.plan(input(1, FEASTS, plugin("acme.feasts")), after);

        assertEquals(
                List.of("The program that serves this portal has no texts in the language ku. Take it out of languages,"
                        + " or ask for a version that has them."),
                plan.obstacles().stream().map(it -> it.text(Locale.ENGLISH)).toList());
        assertFalse(plan.isApplicable());
    }

    @Test
    void twoPluginsWithTheProviderOfAModuleAreBothNamed() throws Exception {
        Plan plan = Planner.plan(
                input(1, FEASTS, plugin("acme.feasts")),
                input(2, FEASTS, plugin("acme.feasts"), plugin("other.feasts").provider("acme-feasts")));

        ModuleChange change = plan.module("feasts").orElseThrow();
        assertEquals(
                Map.of("use", "acme-feasts", "files", "acme.feasts-1.0.0.zip, other.feasts-1.0.0.zip"),
                change.causes().get(0).arguments());
    }

    @Test
    void oneOfTwoPluginsWithAProviderIsChosenByItsName() throws Exception {
        String chosen = FEASTS.replace("acme.feasts", "other.feasts/acme-feasts");

        Plan plan = Planner.plan(
                input(0, FEASTS),
                input(1, chosen, plugin("acme.feasts"), plugin("other.feasts").provider("acme-feasts")));

        assertEquals("other.feasts", plan.module("feasts").orElseThrow().plugin());
    }

    @Test
    void nothingChangesWhereNothingDiffersButThePlacesInTheFile() throws Exception {
        Plan plan = Planner.plan(
                input(1, FEASTS, plugin("acme.feasts")),
                input(2, "\n\n" + FEASTS.replace("acme.feasts", "acme.feasts"), plugin("acme.feasts")));

        assertTrue(plan.isEmpty());
        assertEquals(List.of("feasts kept"), modules(plan));
        assertEquals(
                PluginChange.Action.KEPT,
                plan.plugin("acme.feasts").orElseThrow().action());
        assertTrue(PlanText.of(plan, Locale.ENGLISH).toString().contains("Nothing would change."));
    }

    @Test
    void changedSettingsAreNamedByTheirKeys() throws Exception {
        Plan plan = Planner.plan(
                input(1, FEASTS, plugin("acme.feasts")),
                input(2, FEASTS.replace("https://a", "https://b"), plugin("acme.feasts")));

        assertEquals(List.of("feasts replaced SETTINGS"), modules(plan));
        assertEquals(
                "settings changed: feed",
                plan.module("feasts").orElseThrow().causes().get(0).text(Locale.ENGLISH));
    }

    @Test
    void aModuleIsReplacedWithItsPluginInWhicheverWayThatChanges() throws Exception {
        assertEquals("UPGRADED PLUGIN_VERSION", swapped(plugin("acme.feasts", "1.1.0")));
        assertEquals("DOWNGRADED PLUGIN_VERSION", swapped(plugin("acme.feasts", "0.9.0")));
        assertEquals("REBUILT PLUGIN_CONTENT", swapped(plugin("acme.feasts").content("other")));
    }

    private String swapped(Found next) throws Exception {
        Plan plan = Planner.plan(input(1, FEASTS, plugin("acme.feasts")), input(2, FEASTS, next));
        return plan.plugin("acme.feasts").orElseThrow().action() + " "
                + plan.module("feasts").orElseThrow().causes().get(0).kind();
    }

    @Test
    void aModuleIsReplacedWithWhatItsPluginIsBoundToHoweverFarAway() throws Exception {
        Plan plan = Planner.plan(
                input(
                        1,
                        FEASTS,
                        plugin("acme.feasts").requires("acme.mid"),
                        plugin("acme.mid").requires("acme.low"),
                        plugin("acme.low", "1.0.0")),
                input(
                        2,
                        FEASTS,
                        plugin("acme.feasts").requires("acme.mid"),
                        plugin("acme.mid").requires("acme.low"),
                        plugin("acme.low", "1.0.1")));

        assertEquals(List.of("feasts replaced BOUND_VERSION"), modules(plan));
        assertEquals(
                PluginChange.Action.KEPT,
                plan.plugin("acme.feasts").orElseThrow().action());
    }

    @Test
    void anOptionalPluginThatComesOrGoesReplacesTheModulesThatUseIt() throws Exception {
        PlanInput without = input(1, FEASTS, plugin("acme.feasts").uses("acme.geo"));
        PlanInput with = input(2, FEASTS, plugin("acme.feasts").uses("acme.geo"), plugin("acme.geo"));

        assertEquals(List.of("feasts replaced BOUND_ADDED"), modules(Planner.plan(without, with)));
        assertEquals(List.of("feasts replaced BOUND_REMOVED"), modules(Planner.plan(with, without)));
    }

    @Test
    void anotherTimeZoneReplacesAllModulesAndAnotherNameNone() throws Exception {
        PlanInput before = input(1, FEASTS, plugin("acme.feasts"));
        PlanInput zone = input(2, "UTC", "Testing", "var", FEASTS, plugin("acme.feasts"));
        PlanInput name = input(2, "Asia/Tehran", "Other", "var", FEASTS, plugin("acme.feasts"));

        Plan moved = Planner.plan(before, zone);
        Plan renamed = Planner.plan(before, name);

        assertEquals(List.of("feasts replaced ZONE"), modules(moved));
        assertEquals(Set.of(PortalPart.ZONE), moved.portal());
        assertEquals(List.of("feasts kept"), modules(renamed));
        assertFalse(renamed.isEmpty());
    }

    @Test
    void modulesAndPluginsComeAndGo() throws Exception {
        Plan plan = Planner.plan(
                input(1, FEASTS, plugin("acme.feasts")),
                input(2, "  - { id: news, use: acme.news }\n", plugin("acme.news")));

        assertEquals(List.of("news added NEW", "feasts removed GONE"), modules(plan));
        assertEquals(
                List.of("acme.feasts REMOVED", "acme.news ADDED"),
                plan.plugins().stream()
                        .map(it -> it.plugin() + " " + it.action())
                        .toList());
    }

    @Test
    void aModuleThatCouldNotBeOpenedBeforeIsAdded() throws Exception {
        Plan plan = Planner.plan(input(1, FEASTS), input(2, FEASTS, plugin("acme.feasts")));

        assertEquals(List.of("feasts added USABLE_AGAIN"), modules(plan));
    }

    @Test
    void whatIsNewlyAskedForAndGivenUpIsTold() throws Exception {
        PluginFacts next = plugin("acme.feasts", "2.0.0")
                .network("api.example", "same.example")
                .personalData("names")
                .facts();
        PlanInput before = input(1, FEASTS, plugin("acme.feasts").network("old.example", "same.example"));
        PlanInput bare = input(2, FEASTS + "    network: [mine.example]\n");
        PlanInput after = new PlanInput(
                2,
                bare.composition(),
                List.of(next),
                Resolver.resolve(List.of(next)),
                List.of(),
                Map.of(),
                Map.of(next.sha256(), new PluginTraits(List.of("CN=Acme"), Set.of(UseKind.THREADS), Optional.empty())),
                List.of(),
                TODAY);

        List<Permission> permissions = Planner.plan(before, after).permissions();

        assertEquals(
                List.of(
                        new Permission(Permission.Kind.NETWORK, true, "acme.feasts", "api.example"),
                        new Permission(Permission.Kind.MODULE_NETWORK, true, "feasts", "mine.example"),
                        new Permission(Permission.Kind.UNDECLARED, true, "acme.feasts", "threads"),
                        new Permission(Permission.Kind.PERSONAL_DATA, true, "acme.feasts", "names"),
                        new Permission(Permission.Kind.NETWORK, false, "acme.feasts", "old.example")),
                permissions);
    }

    @Test
    void aPluginThatNobodyMendsAnyMoreIsNoted() throws Exception {
        Plan plan = Planner.plan(
                input(1, FEASTS, plugin("acme.feasts")),
                input(2, FEASTS, plugin("acme.feasts", "1.1.0").supportEnd(TODAY.minusDays(1))));

        assertEquals(
                List.of(Note.Kind.SUPPORT_ENDED),
                plan.notes().stream().map(Note::kind).toList());
    }

    @Test
    void aPlanIsReadInAnEnglishTerminal() throws Exception {
        Plan plan = big();

        assertEquals(
                """
                Plan: generation 1 → 2
                Plugins
                  - acme.base 1.0.0
                      the old one may stay in memory: thread acme-poll
                  ~ acme.feasts 1.0.0 → 2.0.0
                      acme.feasts-2.0.0.zip
                      SHA-256 %s
                      API 1.0.0
                  + acme.news 1.0.0
                      acme.news-1.0.0.zip
                      SHA-256 %s
                      API 1.0.0
                Modules
                  ~ feasts: acme.feasts 1.0.0 → 2.0.0; its plugin does without acme.base now
                  + news: new
                Permissions
                  + acme.feasts: network: api.example
                Files that are not used
                  ! acme.lost-1.0.0.zip: It requires plugin acme.nobody ^1, which is not there.
                    Add its file to the folder of plugins.
                Modules: 1 to add, 1 to replace, 0 to remove, 0 refused, 0 kept.
                """.formatted(hash(plan, "acme.feasts"), hash(plan, "acme.news")),
                PlanText.of(plan, Locale.ENGLISH).toString());
    }

    @Test
    void aPlanIsReadInPersianWithItsNamesIsolated() throws Exception {
        String text = PlanText.of(big(), PERSIAN).toString();

        assertTrue(text.startsWith("طرح: از نسل \u2068۱\u2069 به \u2068۲\u2069\n"), text);
        assertTrue(text.contains("  ~ \u2068acme.feasts\u2069 \u20681.0.0 → 2.0.0\u2069\n"), text);
        assertTrue(text.lines()
                .allMatch(line -> line.chars()
                                .map(c -> c == '\u2068' ? 1 : c == '\u2069' ? -1 : 0)
                                .sum()
                        == 0));
        assertTrue(
                text.endsWith(
                                "افزودن \u2068۱\u2069، جایگزینی \u2068۱\u2069، برداشتن \u2068۰\u2069، ردشده \u2068۰\u2069، بی‌تغییر"
                                        + " \u2068۰\u2069.\n")
                        || text.replace("\n  ", " ").endsWith("بی‌تغییر \u2068۰\u2069.\n"),
                text);
    }

    @Test
    void aPlanIsDataForEveryLibraryThatWritesJson() throws Exception {
        Map<String, Object> data = PlanData.of(big(), PERSIAN);

        assertEquals(
                List.of(
                        "from",
                        "to",
                        "empty",
                        "applicable",
                        "portal",
                        "modules",
                        "plugins",
                        "refusals",
                        "notes",
                        "problems",
                        "permissions",
                        "settings",
                        "obstacles"),
                List.copyOf(data.keySet()));
        assertFalse(data.toString().contains("\u2068"));
        assertTrue(data.toString().contains("action=upgraded"));
    }

    private Plan big() throws Exception {
        PluginFacts base = plugin("acme.base").facts();
        PluginFacts feasts = plugin("acme.feasts").requires("acme.base").facts();
        PlanInput bare = input(1, FEASTS);
        PlanInput before = new PlanInput(
                1,
                bare.composition(),
                List.of(base, feasts),
                Resolver.resolve(List.of(base, feasts)),
                List.of(),
                Map.of(),
                Map.of(
                        base.sha256(),
                        new PluginTraits(
                                List.of(),
                                Set.of(),
                                Optional.of(new PluginChange.Unload(false, List.of("thread acme-poll"))))),
                List.of(),
                TODAY);
        PlanInput after = input(
                2,
                FEASTS + "  - { id: news, use: acme.news }\n",
                plugin("acme.feasts", "2.0.0").network("api.example"),
                plugin("acme.news"),
                plugin("acme.lost").requires("acme.nobody", "^1"));
        return Planner.plan(before, after);
    }

    private static String hash(Plan plan, String id) {
        return plan.plugin(id).orElseThrow().state().sha256();
    }

    private static List<String> modules(Plan plan) {
        return plan.modules().stream()
                .map(it -> (it.module() + " " + it.action().name().toLowerCase(Locale.ROOT) + " "
                                + String.join(
                                        " ",
                                        it.causes().stream()
                                                .map(cause -> cause.kind().name())
                                                .toList()))
                        .strip())
                .toList();
    }

    private PlanInput input(int generation, String modules, Found... found) throws Exception {
        return input(generation, "Asia/Tehran", "Testing", "var", modules, found);
    }

    /** Providers are called like their plugins, with hyphens for dots. */
    private PlanInput input(int generation, String zone, String name, String data, String modules, Found... found)
            throws Exception {
        String yaml = """
                portal:
                  id: test
                  name: { en: %s }
                  languages: [en]
                  zone: %s
                plugins: plugins/
                data: %s
                modules:
                """.formatted(name, zone, data) + modules.replace("use: acme.", "use: acme-");
        Path file = Files.write(home.resolve("portal.yaml"), yaml.getBytes(StandardCharsets.UTF_8));
        Composition composition = CompositionReader.of(variable -> Optional.empty())
                .read(file)
                .composition()
                .orElseThrow();
        List<PluginFacts> facts = Arrays.stream(found).map(Found::facts).toList();
        return new PlanInput(
                generation,
                composition,
                facts,
                Resolver.resolve(facts),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                TODAY);
    }
}
