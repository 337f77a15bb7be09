package org.citykit.runtime.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.citykit.api.Provider;
import org.citykit.runtime.plugin.EndlessClass;
import org.citykit.runtime.plugin.Fixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

final class PluginCheckTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final String MANIFEST = "META-INF/citykit/plugin.json";

    @TempDir
    Path work;

    @Test
    void filesThatAreNoPluginsAreToldAndCostTheirNeighboursNothing() throws Exception {
        Path letter = Files.writeString(work.resolve("letter.jar"), "Dear vendor");
        Path nowhere = work.resolve("nowhere.zip");
        Path good = Fixture.plugin(work, "acme.good", "good").jar();

        CheckReport report = check(letter, nowhere, good);

        assertEquals(
                List.of("plugin-unreadable", "plugin-unreadable"),
                report.files().subList(0, 2).stream()
                        .map(it -> it.findings().get(0).rule())
                        .toList());
        assertEquals("acme.good", report.files().get(2).plugin());
        assertEquals(0, report.files().get(2).count(Severity.ERROR));
        assertFalse(report.isGood(false));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws Exception {
        Path jar = Fixture.named(work, "acme.all")
                .source("""
                        module acme.all {
                            requires org.citykit.api;
                            provides org.citykit.api.events.EventCalendar with acme.all.Main;
                        }
                        """)
                .source("""
                        package acme.all;
                        import org.citykit.api.*;
                        import org.citykit.api.events.*;
                        @Provider(id = "all", settings = Main.Settings.class)
                        public final class Main implements EventCalendar<Main.Settings> {
                            public record Settings(Thread name, java.util.List<java.util.List<String>> rows) {}
                            @Override public Source<CalendarEvent> open(Settings settings, PluginContext context) {
                                new Thread(() -> System.exit(1)).start();
                                throw new UnsupportedOperationException();
                            }
                        }
                        """)
                .resource(MANIFEST, "{\"requires\": {\"acme.absent\": \"^1\"}, \"supportEnd\": \"2020-01-01\"}")
                .jar();

        Set<String> rules = rules(check(jar).files().get(0));

        assertEquals(
                Set.of(
                        "dependency-missing",
                        "setting-not-writable",
                        "undeclared-use",
                        "may-not-unload",
                        "title-missing",
                        "vendor-missing",
                        "licence-missing",
                        "support-ended",
                        "personal-data-unsaid",
                        "bom-missing",
                        "unsigned"),
                rules);
    }

    @Test
    void aPluginThatSaysEverythingHasNothingLeftButItsSignature() throws Exception {
        Path jar = Fixture.plugin(work, "acme.whole", "whole")
                .resource(MANIFEST, """
                        {"title": {"en": "Whole", "fa": "کامل", "ar": "كامل"}, "vendor": "Acme",
                         "licence": "Apache-2.0", "personalData": [], "supportEnd": "2031-12-31"}
                        """)
                .resource("META-INF/sbom/bom.json", """
                        {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": []}
                        """)
                .jar();

        CheckReport report = check(jar);

        assertEquals(Set.of("unsigned"), rules(report.files().get(0)));
        assertTrue(report.isGood(false));
        assertFalse(report.isGood(true));
    }

    @Test
    void everyTypeThatASettingCanHavePasses() throws Exception {
        Path jar = settings("""
                String a, int b, Long c, double d, boolean e, java.math.BigDecimal f, java.net.URI g,
                java.time.Duration h, java.time.LocalDate i, java.time.ZoneId j, java.util.Locale k,
                Text l, Secret m, java.util.Optional<String> n, java.util.List<Inner> o,
                java.util.Map<String, Inner> p, java.util.Set<Way> q, Choice r
                """);

        assertFalse(rules(check(jar).files().get(0)).contains("setting-not-writable"));
    }

    @Test
    void settingsOfOtherTypesAreNamed() throws Exception {
        Path jar = settings("""
                String[] a, java.util.Map<Integer, String> b, java.util.List<? extends Text> c, float d,
                java.util.Optional<Object> e, Bad f
                """);

        List<String> subjects = check(jar).files().get(0).findings().stream()
                .filter(it -> it.rule().equals("setting-not-writable"))
                .map(Finding::summary)
                .toList();

        assertEquals(6, subjects.size(), subjects.toString());
        assertTrue(subjects.get(1).contains("java.util.Map<java.lang.Integer, java.lang.String>"), subjects.toString());
    }

    private Path settings(String components) throws Exception {
        return Fixture.named(work, "acme.set")
                .source("""
                        module acme.set {
                            requires org.citykit.api;
                            provides org.citykit.api.events.EventCalendar with acme.set.Main;
                        }
                        """)
                .source("""
                        package acme.set;
                        import org.citykit.api.*;
                        import org.citykit.api.events.*;
                        @Provider(id = "set", settings = Main.Settings.class)
                        public final class Main implements EventCalendar<Main.Settings> {
                            public record Settings(%s) {}
                            public record Inner(String a) {}
                            public record Bad(java.util.Date date) {}
                            public enum Way { ON, OFF }
                            public sealed interface Choice permits First, Second {}
                            public record First(String a) implements Choice {}
                            public record Second(int b) implements Choice {}
                            @Override public Source<CalendarEvent> open(Settings settings, PluginContext context) {
                                throw new UnsupportedOperationException();
                            }
                        }
                        """.formatted(components))
                .jar();
    }

    @Test
    void aRequiredPluginIsFoundAmongTheFilesOrInAFolder() throws Exception {
        Path base = exporting("1.2.0", "public static void go() {}");
        Path user = user("Shared.go();", base).jar();
        Path folder = Files.createDirectory(work.resolve("folder"));
        Files.copy(base, folder.resolve("base.jar"));

        CheckedFile alone = check(user).files().get(0);
        CheckedFile inFolder = PluginCheck.of(CheckOptions.on(TODAY).withPlugins(List.of(folder)))
                .check(List.of(user))
                .files()
                .get(0);
        CheckedFile besides = check(user, folder.resolve("base.jar")).files().get(0);

        assertTrue(rules(alone).contains("dependency-missing"), alone.toString());
        assertEquals(0, inFolder.count(Severity.ERROR), inFolder.toString());
        assertEquals(0, besides.count(Severity.ERROR), besides.toString());
    }

    @Test
    void aRequiredPluginThatLostAMethodIsNamedWithItsVersion() throws Exception {
        Path old = exporting("1.2.0", "public static void go() {}");
        Path present = exporting("1.3.0", "");
        Path user = user("Shared.go();", old).jar();

        Finding error = check(user, present).files().get(0).findings().get(0);

        assertEquals("method-not-found", error.rule());
        assertTrue(error.summary().contains("plugin acme.base 1.3.0"), error.summary());
        assertTrue(error.advice().contains("narrow its range"), error.advice());
    }

    @Test
    void aPackageThatARequiredPluginKeepsForItselfIsNotVisible() throws Exception {
        Path old = exporting("1.2.0", "public static void go() {}");
        Path present = Fixture.plugin(work, "acme.base", "base")
                .source("package acme.base; public class Shared { public static void go() {} }")
                .version("1.3.0")
                .jar();

        CheckedFile file =
                check(user("Shared.go();", old).jar(), present).files().get(0);

        assertEquals("package-not-visible", file.findings().get(0).rule(), file.toString());
    }

    private Path exporting(String version, String members) throws Exception {
        return Fixture.named(work, "acme.base")
                .source("""
                        module acme.base {
                            requires org.citykit.api;
                            exports acme.base;
                            provides org.citykit.api.events.EventCalendar with acme.base.Main;
                        }
                        """)
                .main("acme.base", "base", "")
                .source("package acme.base; public class Shared { " + members + " }")
                .version(version)
                .jar();
    }

    private Fixture user(String code, Path base) throws Exception {
        return Fixture.named(work, "acme.user")
                .source("""
                        module acme.user {
                            requires org.citykit.api;
                            requires acme.base;
                            provides org.citykit.api.events.EventCalendar with acme.user.Main;
                        }
                        """)
                .main("acme.user", "user", "static void run() { acme.base." + code + " }")
                .resource(MANIFEST, "{\"requires\": {\"acme.base\": \"^1.2\"}}")
                .reading(base);
    }

    @Test
    void aPluginForAnotherApiIsHeldAgainstThisOne() throws Exception {
        Path api = doctoredApi();
        Path jar = Fixture.named(work, "acme.future")
                .withoutApi()
                .reading(api, Fixture.homeOf(Logger.class))
                .source("""
                        module acme.future {
                            requires org.citykit.api;
                            provides org.citykit.api.events.EventCalendar with acme.future.Main;
                        }
                        """)
                .main("acme.future", "future", """
                        static Object run(PluginContext context) {
                            new Brand();
                            Direction all = Direction.SIDEWAYS;
                            new GeoPoint(1, 2, 3);
                            return context.brand();
                        }
                        """)
                .jar();

        List<Finding> errors = check(jar).files().get(0).findings().stream()
                .filter(it -> it.severity() == Severity.ERROR)
                .toList();

        assertEquals(
                Set.of("class-not-found", "enum-constant-not-found", "record-components-changed", "method-not-found"),
                errors.stream().map(Finding::rule).collect(Collectors.toSet()),
                errors.toString());
        Finding brand = errors.stream()
                .filter(it -> it.rule().equals("method-not-found"))
                .findFirst()
                .orElseThrow();
        assertTrue(brand.summary().contains("PluginContext.brand(), which this portal's API"), brand.summary());
        assertEquals("acme.future.Main#run:14", brand.places().get(0));
    }

    /** The API with a class, a constant, a component and a method more. */
    private Path doctoredApi() throws Exception {
        Path home = Fixture.homeOf(Provider.class);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        ModuleReference api = ModuleFinder.of(home).findAll().iterator().next(); // a jar, or a folder of classes
        try (ModuleReader reader = api.open()) {
            for (String name : reader.list().filter(it -> !it.endsWith("/")).toList()) {
                entries.put(name, reader.open(name).orElseThrow().readAllBytes());
            }
        }
        Path classes = Fixture.named(work, "patch")
                .source("package org.citykit.api; public class Brand {}")
                .source("package org.citykit.api; public enum Direction { SIDEWAYS }")
                .source("package org.citykit.api; public record GeoPoint(double a, double b, double c) {}")
                .source("package org.citykit.api; public interface PluginContext { String brand(); }")
                .classes();
        for (String name : List.of("Brand", "Direction", "GeoPoint", "PluginContext")) {
            String path = "org/citykit/api/" + name + ".class";
            entries.put(path, Files.readAllBytes(classes.resolve(path)));
        }
        return Fixture.zipOf(work.resolve("doctored/org.citykit.api.jar"), entries);
    }

    @Test
    void acceptedFindingsAreCountedAndStaleOnesTold() throws Exception {
        Path jar = Fixture.plugin(work, "acme.good", "good").jar();
        List<String> lines = new ArrayList<>(Baseline.lines(check(jar)));
        lines.add("acme.good method-not-found org.example.Gone.go()V");
        lines.add("acme.other unsigned -");
        Path baseline = Files.write(work.resolve("accepted.txt"), lines, StandardCharsets.UTF_8);

        CheckReport report = PluginCheck.of(CheckOptions.on(TODAY).withBaseline(Baseline.read(baseline)))
                .check(List.of(jar));

        CheckedFile file = report.files().get(0);
        assertEquals(lines.size() - 2, file.accepted());
        assertEquals(
                List.of("acme.good method-not-found org.example.Gone.go()V"),
                file.findings().stream()
                        .filter(it -> it.rule().equals("stale-baseline"))
                        .map(Finding::subject)
                        .toList());
    }

    @Test
    void aChangeAfterSigningBreaksTheSignature() throws Exception {
        Path jar = Fixture.plugin(work, "acme.signed", "signed")
                .resource("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n\n")
                .resource("META-INF/ACME.SF", "Signature-Version: 1.0\n\n")
                .resource("META-INF/ACME.RSA", "nothing")
                .jar();

        assertTrue(rules(check(jar).files().get(0)).contains("signature-broken"), "signature");
    }

    @Test
    void theTextFitsATerminalAndNamesEverything() throws Exception {
        Path jar = Fixture.plugin(work, "acme.good", "good").jar();

        List<String> lines = CheckText.lines(check(jar));

        assertTrue(lines.stream().skip(1).allMatch(it -> it.length() <= 80), lines.toString());
        assertTrue(lines.contains("  acme.good 1.0.0"), lines.toString());
        assertTrue(lines.contains("  warning  TitleMissing"), lines.toString());
        assertTrue(lines.contains("0 errors, 6 warnings, 1 note in 1 file"), lines.toString());
    }

    @Test
    void aClassWhoseReadingNeverEndsIsToldLikeAnyOtherThatCannotBeRead() throws Exception {
        Path jar = Fixture.plugin(work, "acme.endless", "endless")
                .resource("acme/endless/Endless.class", EndlessClass.bytes("acme/endless/Endless"))
                .jar();

        assertTrue(rules(check(jar).files().get(0)).contains("class-unreadable"));
    }

    private static Set<String> rules(CheckedFile file) {
        return file.findings().stream()
                .filter(it -> it.severity() != Severity.NOTE)
                .map(Finding::rule)
                .collect(Collectors.toSet());
    }

    private static CheckReport check(Path... files) {
        return PluginCheck.of(CheckOptions.on(TODAY)).check(List.of(files));
    }
}
