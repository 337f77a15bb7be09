package org.citykit.runtime.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.citykit.api.events.EventCalendar;
import org.citykit.runtime.Domain;
import org.citykit.runtime.Problem;
import org.citykit.runtime.plugin.Fixture;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.PluginFolder;
import org.citykit.runtime.plugin.PluginScan;
import org.citykit.runtime.plugin.PluginStage;
import org.citykit.runtime.plugin.ProviderFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinkerTests {
    @TempDir
    Path work;

    private Path plugins;

    @BeforeEach
    void makeFolder() throws Exception {
        plugins = Files.createDirectory(work.resolve("plugins"));
    }

    @Test
    void aLibraryThatIsNotThereIsNamed() throws Exception {
        Path library = library("acme.text", "1");
        userOf("acme.feasts", "feasts", library).zip(plugins.resolve("feasts.zip"));

        Linkage linking = link();

        assertEquals(List.of(), linking.plugins());
        assertEquals(
                List.of("feasts.zip  Module acme.feasts in acme.feasts.jar requires acme.text, which is neither among"
                        + " its libraries nor a plugin that it requires. Put its jar into lib/ of the plugin's zip, or"
                        + " name the plugin under requires in plugin.json. See errors.md#dependency-missing"),
                told(linking));
    }

    @Test
    void aPluginThatIsNotDeclaredIsNotSeen() throws Exception {
        exporter("1.0.0").zip(plugins.resolve("a.zip"));
        dependent("acme.user", "user", "").reading(exporter("1.0.0").jar()).zip(plugins.resolve("b.zip"));

        Linkage linking = link();

        assertEquals(List.of("acme.base"), ids(linking));
        assertTrue(told(linking).get(0).contains("nor a plugin that it requires"), told(linking)::toString);
    }

    @Test
    void twoPluginsMayHaveTwoVersionsOfOneLibrary() throws Exception {
        Path first = library("acme.text", "1");
        Path second = library("acme.text", "2");
        userOf("acme.left", "left", first).zip(plugins.resolve("left.zip"), first);
        userOf("acme.right", "right", second).zip(plugins.resolve("right.zip"), second);

        Linkage linking = link();

        assertEquals(List.of(), told(linking));
        assertEquals("text 1", made(linking, "acme.left").toString());
        assertEquals("text 2", made(linking, "acme.right").toString());
        assertNotSame(
                linking.plugin("acme.left").orElseThrow().load("acme.text.Text"),
                linking.plugin("acme.right").orElseThrow().load("acme.text.Text"));
    }

    @Test
    void librariesWithoutDescriptorsBehaveAsOnAClassPath() throws Exception {
        Path spi = Fixture.named(work, "spi")
                .source("package acme.split; public interface Spi { String say(); }")
                .source("""
                        package acme.split;
                        public class Sayer {
                            public static String say() {
                                StringBuilder out = new StringBuilder();
                                for (Spi spi : java.util.ServiceLoader.load(Spi.class)) {
                                    out.append(spi.say());
                                }
                                return out.toString();
                            }
                        }
                        """)
                .jar("spi-1.0.jar");
        Path more = Fixture.named(work, "more")
                .source(
                        "package acme.split; public class More implements Spi { public String say() { return \"more\"; } }")
                .resource("META-INF/services/acme.split.Spi", "acme.split.More\n")
                .reading(spi)
                .jar("more-1.0.jar");
        Fixture.named(work, "acme.user")
                .source("""
                        module acme.user {
                            requires org.citykit.api;
                            requires spi;
                            provides org.citykit.api.events.EventCalendar with acme.user.Main;
                            provides acme.split.Spi with acme.user.Mine;
                            uses acme.split.Spi;
                        }
                        """)
                .main("acme.user", "user", "@Override public String toString() { return acme.split.Sayer.say(); }")
                .source(
                        "package acme.user; public class Mine implements acme.split.Spi { public String say() { return \"mine\"; } }")
                .reading(spi)
                .zip(plugins.resolve("user.zip"), spi, more);

        Linkage linking = link();

        assertEquals(List.of(), told(linking));
        LinkedPlugin plugin = linking.plugin("acme.user").orElseThrow();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(plugin.loader());
        try {
            String said = made(linking, "acme.user").toString();
            assertTrue(said.contains("more") && said.contains("mine"), said);
        } finally {
            thread.setContextClassLoader(before);
        }
        assertFalse(plugin.load("acme.split.Spi").getModule().getDescriptor().isAutomatic());
    }

    @Test
    void librariesReachWhatTheyRequireOfTheJdkAndEachOther() throws Exception {
        Path dates = Fixture.named(work, "acme.dates")
                .source("module acme.dates { requires transitive java.sql; exports acme.dates; uses acme.dates.Form; }")
                .source("package acme.dates; public interface Form { String of(java.sql.Date day); }")
                .source("""
                        package acme.dates;
                        public class Dates {
                            public static String text(String day) {
                                return java.util.ServiceLoader.load(Form.class.getModule().getLayer(), Form.class)
                                        .findFirst().orElseThrow().of(java.sql.Date.valueOf(day));
                            }
                        }
                        """)
                .jar();
        Path forms = Fixture.named(work, "acme.forms")
                .source("module acme.forms { requires acme.dates; provides acme.dates.Form with acme.forms.Long; }")
                .source("""
                        package acme.forms;
                        public class Long implements acme.dates.Form {
                            public String of(java.sql.Date day) { return "on " + day; }
                        }
                        """)
                .reading(dates)
                .jar();
        Path old = Fixture.named(work, "old").source("""
                        package acme.old;
                        public class Level {
                            public static String text() { return java.util.logging.Level.INFO.getName(); }
                        }
                        """).jar("old-1.0.jar");
        Fixture.named(work, "acme.user")
                .source("""
                        module acme.user {
                            requires org.citykit.api;
                            requires acme.dates;
                            requires old;
                            provides org.citykit.api.events.EventCalendar with acme.user.Main;
                        }
                        """)
                .main("acme.user", "user", """
                        @Override public String toString() {
                            return acme.dates.Dates.text("2026-03-21") + " " + acme.old.Level.text() + " "
                                    + new java.sql.Date(0).getClass().getName();
                        }
                        """)
                .reading(dates)
                .reading(old)
                .zip(plugins.resolve("user.zip"), dates, forms, old);

        Linkage linking = link();

        assertEquals(List.of(), told(linking));
        assertEquals(
                "on 2026-03-21 INFO java.sql.Date", made(linking, "acme.user").toString());
    }

    @Test
    void aPluginUsesWhatThePluginsItRequiresExport() throws Exception {
        exporter("1.0.0").zip(plugins.resolve("z-base.zip"));
        Path base = exporter("1.0.0").jar();
        dependent("acme.user", "user", "{\"acme.base\": \"^1.0\"}")
                .reading(base)
                .zip(plugins.resolve("a-user.zip"));

        Linkage linking = link();

        assertEquals(List.of(), told(linking));
        assertEquals(List.of("acme.base", "acme.user"), ids(linking));
        assertEquals("base", made(linking, "acme.user").toString());
        assertSame(
                linking.plugin("acme.base").orElseThrow().load("acme.base.api.Base"),
                linking.plugin("acme.user").orElseThrow().load("acme.base.api.Base"));
    }

    @Test
    void loadingAClassRunsNothingOfIt() throws Exception {
        Fixture.plugin(work, "acme.loud", "loud")
                .source(
                        "package acme.loud; public class Loud { static { System.setProperty(\"acme.loud\", \"ran\"); } }")
                .zip(plugins.resolve("loud.zip"));

        link().plugin("acme.loud").orElseThrow().load("acme.loud.Loud");

        assertNull(System.getProperty("acme.loud"));
    }

    @Test
    void aProviderOfAnotherInterfaceIsRefused() throws Exception {
        Path jar = Fixture.plugin(work, "acme.feasts", "feasts").jar();
        Files.copy(jar, plugins.resolve("feasts.jar"));
        Linkage linking = link();
        LinkedPlugin plugin = linking.plugin("acme.feasts").orElseThrow();
        ProviderFacts told =
                new ProviderFacts("feasts", Domain.CRISIS, "acme.feasts.Main", "acme.feasts.Main$Settings");

        assertThrows(PluginLinkException.class, () -> plugin.providerClass(told));
        assertThrows(PluginLinkException.class, () -> plugin.load("acme.feasts.Missing"));
        assertEquals("Settings", plugin.settingsClass(told).getSimpleName());
    }

    @Test
    void aClassKnowsTheFileItCameFrom() throws Exception {
        Path zip = Fixture.plugin(work, "acme.feasts", "feasts").zip(plugins.resolve("feasts.zip"));

        LinkedPlugin plugin = link().plugin("acme.feasts").orElseThrow();

        Class<?> provider = plugin.providerClass(plugin.facts().providers().get(0));
        assertSame(EventCalendar.class, provider.getInterfaces()[0]);
        assertEquals(
                zip.toUri().toURL(),
                provider.getProtectionDomain().getCodeSource().getLocation());
    }

    @Test
    void aFileThatIsReplacedHarmsNothingThatRuns() throws Exception {
        Path zip = Fixture.plugin(work, "acme.feasts", "feasts")
                .source("package acme.feasts; public class Late {}")
                .resource("acme/feasts/late.txt", "late")
                .zip(plugins.resolve("feasts.zip"));
        LinkedPlugin plugin = link().plugin("acme.feasts").orElseThrow();

        Files.writeString(zip, "overwritten in place");

        assertEquals("acme.feasts.Late", plugin.load("acme.feasts.Late").getName());
        try (InputStream in = plugin.loader().getResourceAsStream("acme/feasts/late.txt")) {
            assertEquals("late", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aClosedPluginLoadsNothingMoreAndItsCopyCanBeDeleted() throws Exception {
        Fixture.plugin(work, "acme.feasts", "feasts").zip(plugins.resolve("feasts.zip"));
        LinkedPlugin plugin = link().plugin("acme.feasts").orElseThrow();

        plugin.close();
        plugin.close();

        assertThrows(PluginLinkException.class, () -> plugin.load("acme.feasts.Main"));
        assertNull(plugin.loader().getResource("acme/feasts/Main.class"));
    }

    @Test
    void aPluginThatIsLetGoIsCollected() throws Exception {
        Fixture.plugin(work, "acme.feasts", "feasts").zip(plugins.resolve("feasts.zip"));

        WeakReference<ClassLoader> loader = linkedAndLetGo();

        for (int i = 0; i < 20 && loader.get() != null; i++) {
            System.gc();
        }
        assertNull(loader.get());
    }

    private WeakReference<ClassLoader> linkedAndLetGo() throws Exception {
        Linkage linking = link();
        made(linking, "acme.feasts");
        LinkedPlugin plugin = linking.plugin("acme.feasts").orElseThrow();
        plugin.close();
        return new WeakReference<>(plugin.loader());
    }

    private Path library(String module, String text) throws Exception {
        return Fixture.named(work, module)
                .source("module %s { exports %s; }".formatted(module, module))
                .source("package %s; public class Text { public static String text() { return \"text %s\"; } }"
                        .formatted(module, text))
                .jar();
    }

    private Fixture userOf(String module, String id, Path library) {
        return Fixture.named(work, module)
                .source("""
                        module %s {
                            requires org.citykit.api;
                            requires acme.text;
                            provides org.citykit.api.events.EventCalendar with %s.Main;
                        }
                        """.formatted(module, module))
                .main(module, id, "@Override public String toString() { return acme.text.Text.text(); }")
                .reading(library);
    }

    private Fixture exporter(String version) {
        return Fixture.named(work, "acme.base")
                .source("""
                        module acme.base {
                            requires org.citykit.api;
                            exports acme.base.api;
                            provides org.citykit.api.events.EventCalendar with acme.base.Main;
                        }
                        """)
                .main("acme.base", "base", "")
                .source("package acme.base.api; public class Base { public static String name() { return \"base\"; } }")
                .version(version);
    }

    private Fixture dependent(String module, String id, String requires) {
        Fixture fixture = Fixture.named(work, module)
                .source("""
                        module %s {
                            requires org.citykit.api;
                            requires acme.base;
                            provides org.citykit.api.events.EventCalendar with %s.Main;
                        }
                        """.formatted(module, module))
                .main(module, id, "@Override public String toString() { return acme.base.api.Base.name(); }");
        return requires.isEmpty() ? fixture : manifest(fixture, requires);
    }

    private static Fixture manifest(Fixture fixture, String requires) {
        return fixture.resource("META-INF/citykit/plugin.json", "{\"requires\": " + requires + "}");
    }

    private static Object made(Linkage linking, String id) throws Exception {
        LinkedPlugin plugin = linking.plugin(id).orElseThrow();
        return plugin.providerClass(plugin.facts().providers().get(0))
                .getConstructor()
                .newInstance();
    }

    private static List<String> ids(Linkage linking) {
        return linking.plugins().stream().map(it -> it.facts().id()).toList();
    }

    private static List<String> told(Linkage linking) {
        return linking.problems().stream().map(Problem::toString).toList();
    }

    private Linkage link() {
        return Linkage.of(scan());
    }

    private List<PluginFacts> scan() {
        PluginScan scan = PluginFolder.scan(plugins, PluginStage.in(work.resolve("var")));
        assertEquals(List.of(), scan.problems());
        return scan.plugins();
    }
}
