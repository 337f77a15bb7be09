package org.citykit.runtime.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.citykit.runtime.Domain;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.trust.Signatures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** Every way in which a plugin file goes wrong, and the few in which it is right. */
final class PluginFolderTests {
    @TempDir
    static Path shared;

    private static byte[] goodJar;
    private static byte[] plainJar;

    @TempDir
    Path work;

    private Path plugins;

    @BeforeAll
    static void compile() throws Exception {
        goodJar = Files.readAllBytes(Fixture.plugin(shared, "acme.good", "good").jar());
        plainJar = Files.readAllBytes(Fixture.named(shared, "plain")
                .source("package plain; public class Plain {}")
                .jar());
    }

    @BeforeEach
    void makeFolder() throws Exception {
        plugins = Files.createDirectory(work.resolve("plugins"));
    }

    @Test
    void aFolderThatIsNotThereIsToldAndNothingThrown() {
        PluginScan scan = PluginFolder.scan(work.resolve("nowhere"), stage());

        assertEquals(RuntimeError.PLUGIN_UNREADABLE, scan.problems().get(0).code());
    }

    @Test
    void brokenFilesCostTheirNeighboursNothing() throws Exception {
        write("a.jar", "no archive".getBytes(StandardCharsets.UTF_8));
        write("b.zip", Arrays.copyOf(goodJar, goodJar.length / 2));
        write("c.zip", new byte[0]);
        Files.createDirectory(plugins.resolve("d"));
        write("e.txt", new byte[0]);
        write("good.jar", goodJar);

        PluginScan scan = scan();

        assertEquals(
                List.of("acme.good"),
                scan.plugins().stream().map(PluginFacts::id).toList());
        assertEquals(
                List.of("a.jar", "b.zip", "c.zip", "d"),
                scan.problems().stream().map(Problem::file).toList());
        assertEquals(
                List.of(
                        RuntimeError.PLUGIN_UNREADABLE,
                        RuntimeError.PLUGIN_UNREADABLE,
                        RuntimeError.PLUGIN_UNREADABLE,
                        RuntimeError.PLUGIN_NOT_A_MODULE),
                scan.problems().stream().map(Problem::code).toList());
    }

    @Test
    void aTruncatedLibraryIsNamed() throws Exception {
        zip(entry("good.jar", goodJar), entry("lib/cut.jar", Arrays.copyOf(plainJar, plainJar.length - 30)));

        assertRefused(RuntimeError.PLUGIN_UNREADABLE, "lib/cut.jar cannot be read");
    }

    @Test
    void aJarWithoutDescriptorIsNoPlugin() throws Exception {
        write("plain.jar", plainJar);

        assertRefused(RuntimeError.PLUGIN_NOT_A_MODULE, "it has no module-info.class");
    }

    @Test
    void aPluginMustHaveAVersion() throws Exception {
        copy(Fixture.plugin(work, "acme.bare", "bare").version("").jar());

        assertRefused(RuntimeError.PLUGIN_MALFORMED, "has no version. Compile or pack it with --module-version.");
    }

    @Test
    void aVersionMustBeComparable() throws Exception {
        copy(Fixture.plugin(work, "acme.bare", "bare").version("1.0.0.Final").jar());

        assertRefused(RuntimeError.PLUGIN_MALFORMED, "'1.0.0.Final', which cannot be compared");
    }

    @Test
    void aPluginMustProvideSomething() throws Exception {
        copy(Fixture.named(work, "acme.idle")
                .source("module acme.idle { requires org.citykit.api; }")
                .source("package acme.idle; class Idle {}")
                .jar());

        assertRefused(RuntimeError.PLUGIN_MALFORMED, "provides nothing of the API");
    }

    @Test
    void aProviderMustBeAnnotated() throws Exception {
        copy(provider("""
                public final class Main implements EventCalendar<Main.Settings> {
                    public record Settings(String name) {}
                """));

        assertRefused(RuntimeError.PLUGIN_MALFORMED, "Provider class acme.odd.Main has no annotation @Provider");
    }

    @Test
    void aProviderMustHaveAProperId() throws Exception {
        copy(Fixture.plugin(work, "acme.odd", "Odd One").jar());

        assertRefused(RuntimeError.PLUGIN_MALFORMED, "has the id 'Odd One'");
    }

    @Test
    void twoProvidersMustNotShareAnId() throws Exception {
        copy(Fixture.named(work, "acme.twice")
                .source("""
                        module acme.twice {
                            requires org.citykit.api;
                            provides org.citykit.api.events.EventCalendar with acme.twice.Main, acme.twice.more.Main;
                        }
                        """)
                .main("acme.twice", "same", "")
                .main("acme.twice.more", "same", "")
                .jar());

        assertRefused(RuntimeError.PLUGIN_MALFORMED, "Two providers have the id 'same'");
    }

    @Test
    void aPluginForANewerApiIsRefused() throws Exception {
        Path api = Fixture.named(work, "org.citykit.api")
                .source("module org.citykit.api { exports org.citykit.api.next; }")
                .source("package org.citykit.api.next; public class Next {}")
                .version("2.0.0")
                .withoutApi()
                .jar();
        copy(Fixture.named(work, "acme.novel")
                .source("module acme.novel { requires org.citykit.api; }")
                .source("package acme.novel; class Novel {}")
                .withoutApi()
                .reading(api)
                .jar());

        assertRefused(RuntimeError.PLUGIN_API_MISMATCH, "It is compiled against API 2.0.0, and this portal has 1.");
    }

    @Test
    void aPluginForANewerJavaIsRefused() throws Exception {
        byte[] descriptor = new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 120};
        Fixture.zipOf(plugins.resolve("future.jar"), Map.of("module-info.class", descriptor));

        assertRefused(RuntimeError.PLUGIN_UNLINKABLE, "is compiled for Java 76");
    }

    @Test
    void severalFilesOfOnePluginAreAllRead() throws Exception {
        write("a.jar", goodJar);
        write("b.jar", goodJar);
        Files.copy(Fixture.plugin(work, "acme.good", "good").version("2.0.0").jar(), plugins.resolve("c.jar"));

        PluginScan scan = scan();

        assertEquals(List.of(), scan.problems());
        assertEquals(
                List.of("a.jar", "b.jar", "c.jar"),
                scan.plugins().stream().map(PluginFacts::fileName).toList());
    }

    @Test
    void twoPluginsMayHaveProvidersOfOneId() throws Exception {
        write("a.jar", goodJar);
        Files.copy(Fixture.plugin(work, "acme.other", "good").jar(), plugins.resolve("b.jar"));

        PluginScan scan = scan();

        assertEquals(List.of(), scan.problems());
        assertEquals(
                List.of("acme.good", "acme.other"),
                scan.plugins().stream().map(PluginFacts::id).toList());
    }

    @Test
    void whatIsOptionalMustBeSoForJavaToo() throws Exception {
        Path base = Fixture.plugin(work, "acme.base", "base").jar();
        Fixture fixture = Fixture.named(work, "acme.feasts")
                .source("""
                module acme.feasts {
                    requires org.citykit.api;
                    requires acme.base;
                    provides org.citykit.api.events.EventCalendar with acme.feasts.Main;
                }
                """)
                .main("acme.feasts", "feasts", "")
                .reading(base);

        copy(fixture.resource(
                        "META-INF/citykit/plugin.json",
                        "{\"requires\": {\"acme.base\": {\"range\": \"^1\", \"optional\": true}}}")
                .jar());

        assertRefused(RuntimeError.PLUGIN_MALFORMED, "Write 'requires static acme.base' into module-info.java");
    }

    @Test
    void aZipHoldsOnePluginOnly() throws Exception {
        zip(entry("a.jar", goodJar), entry("b.jar", plainJar));

        assertRefused(RuntimeError.PLUGIN_NOT_A_MODULE, "2 jars at its root: a.jar, b.jar");
    }

    @Test
    void aSecondPluginAmongTheLibrariesIsRefused() throws Exception {
        Path other = Fixture.plugin(work, "acme.other", "other").jar();
        zip(entry("good.jar", goodJar), entry("lib/other.jar", Files.readAllBytes(other)));

        assertRefused(RuntimeError.PLUGIN_NOT_A_MODULE, "lib/other.jar is a plugin of its own");
    }

    @Test
    void aZipWithoutAJarAtItsRootIsRefused() throws Exception {
        zip(entry("lib/plain.jar", plainJar));

        assertRefused(RuntimeError.PLUGIN_NOT_A_MODULE, "has no jar at its root");
    }

    @Test
    void aJarInAJarIsRefused() throws Exception {
        Path fat = Fixture.plugin(work, "acme.fat", "fat")
                .resource("lib/plain.jar", plainJar)
                .jar();
        copy(fat);

        assertRefused(RuntimeError.PLUGIN_MALFORMED, "is a jar in a jar");
    }

    @Test
    void aZipInAZipIsRefused() throws Exception {
        zip(entry("good.jar", goodJar), entry("more.zip", plainJar));

        assertRefused(RuntimeError.PLUGIN_MALFORMED, "Entry 'more.zip' has no place in a plugin zip");
    }

    @Test
    void whatThePortalBringsMustNotBeBundled() throws Exception {
        Path fake = Fixture.named(work, "fake")
                .source("package org.citykit.api; public class Source {}")
                .withoutApi()
                .jar("fake.jar");
        zip(
                entry("good.jar", goodJar),
                entry("lib/fake.jar", Files.readAllBytes(fake)),
                entry("lib/slf4j-api.jar", Files.readAllBytes(Fixture.homeOf(Logger.class))));

        List<Problem> problems = scan().problems();

        assertEquals(
                List.of(
                        "lib/fake.jar holds package org.citykit.api, which the portal brings. Leave it out of the plugin.",
                        "lib/slf4j-api.jar holds package org.slf4j, which the portal brings. Leave it out of the plugin."),
                problems.stream().map(Problem::message).toList());
    }

    @Test
    void twoLibrariesOfOneNameAreRefused() throws Exception {
        zip(entry("good.jar", goodJar), entry("lib/plain-1.0.jar", plainJar), entry("lib/plain-2.0.jar", plainJar));

        assertRefused(RuntimeError.PLUGIN_MALFORMED, "lib/plain-2.0.jar and lib/plain-1.0.jar are both module plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.jar",
                "lib/../../evil.jar",
                "/evil.jar",
                "C:/evil.jar",
                "lib\\evil.jar",
                "lib//x.jar",
                "./x.jar"
            })
    void aNameThatLeadsOutIsRefused(String name) throws Exception {
        write(
                "evil.zip",
                new RawZip().add("good.jar", goodJar).add(name, plainJar).bytes());

        assertRefused(RuntimeError.PLUGIN_MALFORMED, "leads out of the archive");
        assertEquals(List.of(), leftovers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lib/a b.jar", "lib/.hidden.jar", "lib/deep/x.jar", "lib/readme.txt", "classes/x.class"})
    void anEntryWithoutAPlaceIsRefused(String name) throws Exception {
        zip(entry("good.jar", goodJar), entry(name, plainJar));

        assertRefused(RuntimeError.PLUGIN_MALFORMED, "Entry '" + name + "'");
    }

    @Test
    void doublesAreRefused() throws Exception {
        write(
                "twice.zip",
                new RawZip().add("good.jar", goodJar).add("good.jar", goodJar).bytes());

        assertRefused(RuntimeError.PLUGIN_MALFORMED, "is there twice");
    }

    @Test
    void namesThatDifferByCaseAloneAreRefused() throws Exception {
        write(
                "twice.zip",
                new RawZip()
                        .add("good.jar", goodJar)
                        .add("lib/I.jar", plainJar)
                        .add("lib/i.jar", plainJar)
                        .bytes());

        assertRefused(RuntimeError.PLUGIN_MALFORMED, "differs from another by upper and lower case alone");
    }

    @Test
    void linksAreRefused() throws Exception {
        write(
                "link.zip",
                new RawZip()
                        .add("good.jar", goodJar)
                        .link("lib/x.jar", "/etc/passwd")
                        .bytes());

        assertRefused(RuntimeError.PLUGIN_MALFORMED, "is a symbolic link");
    }

    @Test
    void encryptedEntriesAreRefused() throws Exception {
        write("secret.zip", new RawZip().encrypted("good.jar").bytes());

        assertRefused(RuntimeError.PLUGIN_MALFORMED, "is encrypted");
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws Exception {
        byte[] packed;
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("good.jar"));
            out.write(new byte[8 << 20]);
            out.closeEntry();
            out.finish();
            packed = bytes.toByteArray();
        }
        write("bomb.zip", packed);

        assertRefused(RuntimeError.PLUGIN_MALFORMED, "becomes more than 200 times its size");
    }

    @Test
    void moreThanFitsIsRefused() throws Exception {
        RawZip zip = new RawZip().add("good.jar", goodJar);
        for (int i = 0; i < 20_000; i++) {
            zip.add("lib/" + i + ".jar", new byte[0]);
        }
        write("many.zip", zip.bytes());

        assertRefused(RuntimeError.PLUGIN_MALFORMED, "20001 entries; 20000 are allowed");
    }

    @Test
    void anEntryThatLiesAboutItsSizeIsRefused() throws Exception {
        write("liar.zip", new RawZip().declaring("good.jar", 1000).bytes());

        assertRefused(RuntimeError.PLUGIN_MALFORMED, "becomes another size than it says");
    }

    @Test
    void noDamageToAFileEscapesAsAnException() throws Exception {
        zip(entry("good.jar", goodJar), entry("lib/plain-1.0.jar", plainJar));
        Path file = plugins.resolve("plugin.zip");
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(42);

        for (int i = 0; i < 300; i++) {
            byte[] damaged = Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(whole.length) : whole.length);
            for (int n = 0; n < 1 + i % 8 && damaged.length > 0; n++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            PluginScan scan = PluginFolder.scan(file, stage());

            assertEquals(scan.problems().isEmpty(), !scan.plugins().isEmpty(), scan.problems()::toString);
        }
    }

    @Test
    void aFileThatIsFoundTwiceIsReadOnce() throws Exception {
        write("good.jar", goodJar);

        PluginScan scan = PluginFolder.scan(List.of(plugins, plugins.resolve("../plugins/good.jar")), stage());

        assertEquals(List.of(), scan.problems());
        assertEquals(1, scan.plugins().size());
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws Exception {
        copy(Fixture.plugin(work, "acme.bare", "Bare!")
                .version("")
                .resource("META-INF/citykit/plugin.json", "{\"x\": 1}")
                .jar());

        assertEquals(3, scan().problems().size(), scan().problems()::toString);
    }

    @Test
    void aProviderWhoseReadingNeverEndsIsRefusedAlone() throws Exception {
        Path odd = Fixture.plugin(work, "acme.odd", "odd").jar();
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(odd.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        entries.put("acme/odd/Main.class", EndlessClass.nested("acme/odd/Main"));
        Fixture.zipOf(plugins.resolve("odd.jar"), entries);
        Fixture.plugin(work, "acme.good", "good").zip(plugins.resolve("good.zip"));

        PluginScan scan = scan();

        assertEquals(
                List.of("acme.good"),
                scan.plugins().stream().map(PluginFacts::id).toList());
        assertEquals("odd.jar", scan.problems().get(0).file());
    }

    @Test
    void aGoodZipIsReadWholly() throws Exception {
        Path jar = Fixture.plugin(work, "acme.good", "good")
                .version("1.2.3")
                .resource("META-INF/citykit/plugin.json", "{\"vendor\": \"Acme\"}")
                .resource(
                        "META-INF/sbom/application.cdx.json",
                        "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"components\": [{\"name\": \"csv\"}]}")
                .jar();
        zip(
                entry("good-1.2.3.jar", Files.readAllBytes(jar)),
                entry("LICENSE", new byte[0]),
                entry("lib/plain-1.0.jar", plainJar));

        PluginScan scan = scan();

        assertEquals(List.of(), scan.problems());
        PluginFacts facts = scan.plugins().get(0);
        assertEquals("acme.good", facts.id());
        assertEquals("1.2.3", facts.version());
        assertEquals(
                List.of(new ProviderFacts("good", Domain.EVENTS, "acme.good.Main", "acme.good.Main$Settings")),
                facts.providers());
        assertEquals(Optional.of("Acme"), facts.manifest().vendor());
        assertEquals("csv", facts.bom().orElseThrow().components().get(0).name());
        assertEquals(Signatures.UNSIGNED, facts.signatures());
        assertEquals(HostApi.descriptor().rawVersion(), facts.apiVersion());
        assertEquals("plain", facts.libraries().get(0).moduleName());
        assertEquals(Hashes.of(plugins.resolve("plugin.zip")), facts.sha256());
    }

    @Test
    void anExplodedModuleIsReadWithTheLibrariesBesideIt() throws Exception {
        Path classes = Fixture.plugin(work, "acme.dev", "dev").classes();
        Path lib = Files.createDirectory(classes.resolveSibling("lib"));
        Files.write(lib.resolve("plain-1.0.jar"), plainJar);

        PluginScan direct = PluginFolder.scan(classes, stage());
        PluginScan parent = PluginFolder.scan(classes.getParent(), stage());

        assertEquals(List.of(), direct.problems());
        assertEquals("acme.dev", direct.plugins().get(0).id());
        assertEquals(1, direct.plugins().get(0).libraries().size());
        assertEquals(direct.plugins().get(0).sha256(), lastOf(parent).sha256());
    }

    private static PluginFacts lastOf(PluginScan scan) {
        return scan.plugins().get(scan.plugins().size() - 1);
    }

    private Path provider(String head) throws Exception {
        return Fixture.named(work, "acme.odd")
                .source("""
                        module acme.odd {
                            requires org.citykit.api;
                            provides org.citykit.api.events.EventCalendar with acme.odd.Main;
                        }
                        """)
                .source("""
                        package acme.odd;
                        import org.citykit.api.*;
                        import org.citykit.api.events.*;
                        %s
                            @Override public Source<CalendarEvent> open(Settings settings, PluginContext context) {
                                throw new UnsupportedOperationException();
                            }
                        }
                        """.formatted(head))
                .jar();
    }

    private void assertRefused(RuntimeError code, String part) {
        PluginScan scan = scan();
        assertEquals(List.of(), scan.plugins());
        assertTrue(
                scan.problems().stream()
                        .anyMatch(it -> it.code() == code && it.message().contains(part)),
                () -> scan.problems() + " should tell " + code + " " + part);
    }

    private List<String> leftovers() throws Exception {
        try (Stream<Path> files = Files.walk(work)) {
            return files.map(Path::toString)
                    .filter(it -> it.contains("evil") && !it.endsWith("evil.zip"))
                    .toList();
        }
    }

    private PluginScan scan() {
        return PluginFolder.scan(plugins, stage());
    }

    private PluginStage stage() {
        return PluginStage.in(work.resolve("var/plugins"));
    }

    private static Map.Entry<String, byte[]> entry(String name, byte[] bytes) {
        return Map.entry(name, bytes);
    }

    @SafeVarargs
    private void zip(Map.Entry<String, byte[]>... entries) throws Exception {
        Map<String, byte[]> ordered = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> entry : entries) {
            ordered.put(entry.getKey(), entry.getValue());
        }
        Fixture.zipOf(plugins.resolve("plugin.zip"), ordered);
    }

    private void copy(Path jar) throws Exception {
        Files.copy(jar, plugins.resolve("plugin.jar"));
    }

    private void write(String name, byte[] bytes) throws Exception {
        Files.write(plugins.resolve(name), bytes);
    }
}
