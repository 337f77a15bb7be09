package org.citykit.runtime.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.plugin.Fixture;
import org.citykit.runtime.plugin.PluginFolder;
import org.citykit.runtime.plugin.PluginScan;
import org.citykit.runtime.plugin.PluginStage;
import org.citykit.runtime.resolve.Resolver;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Linking when it is needed, from images, whatever happens to them. */
final class LinksTests {
    @TempDir
    Path work;

    private Path plugins;

    @BeforeEach
    void makeFolder() throws Exception {
        plugins = Files.createDirectory(work.resolve("plugins"));
    }

    @Test
    void aPluginThatIsNotThereIsToldWithAProblem() {
        PluginLinkException told = assertThrows(PluginLinkException.class, () -> links().plugin("acme.nobody"));

        assertEquals(RuntimeError.DEPENDENCY_MISSING, told.problems().get(0).code());
    }

    @Test
    void aPluginThatCannotBeLinkedIsToldEachTimeAndCostsNobodyElse() throws Exception {
        Path library = library();
        user(library).zip(plugins.resolve("user.zip"));
        Fixture.plugin(work, "acme.well", "well").zip(plugins.resolve("well.zip"));
        Links links = links();

        PluginLinkException told = assertThrows(PluginLinkException.class, () -> links.plugin("acme.user"));

        assertEquals(RuntimeError.DEPENDENCY_MISSING, told.problems().get(0).code());
        assertEquals("user.zip", told.problems().get(0).file());
        assertThrows(PluginLinkException.class, () -> links.plugin("acme.user"));
        assertEquals("acme.well", links.plugin("acme.well").facts().id());
    }

    @Test
    void nothingIsLinkedBeforeItIsAskedFor() throws Exception {
        Fixture.plugin(work, "acme.one", "one").zip(plugins.resolve("one.zip"));
        Fixture.plugin(work, "acme.two", "two").zip(plugins.resolve("two.zip"));
        Links links = links();

        assertEquals(List.of(), links.linked());
        links.plugin("acme.two");

        assertEquals(Set.of("acme.one", "acme.two"), links.ids());
        assertEquals(
                List.of("acme.two"),
                links.linked().stream().map(it -> it.facts().id()).toList());
    }

    @Test
    void manyThreadsThatWantOnePluginGetTheSame() throws Exception {
        base().zip(plugins.resolve("base.zip"));
        for (int i = 0; i < 3; i++) {
            dependent("acme.user" + i, "user" + i).zip(plugins.resolve("user" + i + ".zip"));
        }
        Links links = links();
        List<Callable<LinkedPlugin>> calls = new ArrayList<>();
        CyclicBarrier start = new CyclicBarrier(9);
        for (int i = 0; i < 9; i++) {
            String id = "acme.user" + i % 3;
            calls.add(() -> {
                start.await();
                return links.plugin(id);
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(9);
        try {
            Set<LinkedPlugin> got = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Future<LinkedPlugin> end : threads.invokeAll(calls)) {
                got.add(end.get());
            }

            assertEquals(3, got.size());
            assertEquals(4, links.linked().size());
            Class<?> shared = links.plugin("acme.base").load("acme.base.api.Base");
            for (LinkedPlugin plugin : got) {
                assertSame(shared, plugin.load("acme.base.api.Base"));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatIsTheSameIsCarriedAndDependentsOfWhatIsNotAreNew() throws Exception {
        base().zip(plugins.resolve("base.zip"));
        dependent("acme.user", "user").zip(plugins.resolve("user.zip"));
        Fixture.plugin(work, "acme.alone", "alone").zip(plugins.resolve("alone.zip"));
        Links first = links();
        first.ids().forEach(first::plugin);
        Links same = links().carriedFrom(first);
        base().version("1.1.0").zip(plugins.resolve("base.zip"));

        Links second = links().carriedFrom(first);

        assertSame(first.plugin("acme.user"), same.plugin("acme.user"));
        assertSame(first.plugin("acme.alone"), second.plugin("acme.alone"));
        assertNotSame(first.plugin("acme.base"), second.plugin("acme.base"));
        assertNotSame(first.plugin("acme.user"), second.plugin("acme.user"));
        assertSame(
                second.plugin("acme.base").load("acme.base.api.Base"),
                second.plugin("acme.user").load("acme.base.api.Base"));
    }

    @Test
    void aRetiredGenerationGivesBackWhatOnlyItHadAndLinksNothingMore() throws Exception {
        base().zip(plugins.resolve("base.zip"));
        dependent("acme.user", "user").zip(plugins.resolve("user.zip"));
        Fixture.plugin(work, "acme.alone", "alone").zip(plugins.resolve("alone.zip"));
        Fixture.plugin(work, "acme.late", "late").zip(plugins.resolve("late.zip"));
        Links first = links();
        first.plugin("acme.user");
        first.plugin("acme.alone");
        Files.delete(plugins.resolve("late.zip"));
        base().version("1.1.0").zip(plugins.resolve("base.zip"));
        Links second = links().carriedFrom(first);

        List<LinkedPlugin> left = first.retire(second);

        assertEquals(
                List.of("acme.user", "acme.base"),
                left.stream().map(it -> it.facts().id()).toList());
        assertThrows(PluginLinkException.class, () -> first.plugin("acme.late"));
        assertSame(first.plugin("acme.alone"), second.plugin("acme.alone"));
        assertEquals(
                List.of("acme.alone"),
                second.retire().stream().map(it -> it.facts().id()).toList());
    }

    @Test
    void aDamagedImageIsWrittenAgainFromTheCopy() throws Exception {
        Fixture.plugin(work, "acme.good", "good").zip(plugins.resolve("good.zip"));
        Links links = links();
        Path image = image();
        byte[] whole = Files.readAllBytes(image);
        Files.delete(plugins.resolve("good.zip"));
        Files.write(image, new byte[100]);

        LinkedPlugin plugin = links.plugin("acme.good");

        assertEquals("acme.good.Main", plugin.load("acme.good.Main").getName());
        assertEquals(whole.length, Files.size(image));
    }

    @Test
    void whenTheCopyIsDamagedTooTheFileIsTakenAgain() throws Exception {
        Fixture.plugin(work, "acme.good", "good").zip(plugins.resolve("good.zip"));
        Links links = links();
        Files.write(image(), new byte[100]);
        Files.write(image().resolveSibling("acme.good.jar"), new byte[10]);

        assertEquals(
                "acme.good.Main",
                links.plugin("acme.good").load("acme.good.Main").getName());
    }

    @Test
    void whenNothingIsLeftOfAPluginThatIsToldWithItsName() throws Exception {
        Fixture.plugin(work, "acme.good", "good").zip(plugins.resolve("good.zip"));
        Links links = links();
        Files.write(image(), new byte[100]);
        Files.write(image().resolveSibling("acme.good.jar"), new byte[10]);
        Files.delete(plugins.resolve("good.zip"));

        PluginLinkException told = assertThrows(PluginLinkException.class, () -> links.plugin("acme.good"));

        assertEquals(RuntimeError.PLUGIN_UNREADABLE, told.problems().get(0).code());
        assertEquals("good.zip", told.problems().get(0).file());
    }

    @Test
    void aClassWhoseBytesWereDamagedIsLoadedFromANewImage() throws Exception {
        Fixture.plugin(work, "acme.good", "good")
                .resource("acme/good/marked.txt", "a text that can be found again")
                .zip(plugins.resolve("good.zip"));
        Links links = links();
        byte[] bytes = Files.readAllBytes(image());
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("a text that can be")] ^= 1;
        Files.write(image(), bytes);

        LinkedPlugin plugin = links.plugin("acme.good");

        try (InputStream in = plugin.loader().getResourceAsStream("acme/good/marked.txt")) {
            assertEquals("a text that can be found again", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void anImageThatIsCutOffWhileItsPluginRunsIsWrittenAgain() throws Exception {
        byte[] large = new byte[3 << 20];
        new Random(5).nextBytes(large);
        Fixture.plugin(work, "acme.good", "good")
                .resource("acme/good/large.bin", large)
                .source("package acme.good; public class Late {}")
                .zip(plugins.resolve("good.zip"));
        LinkedPlugin plugin = links().plugin("acme.good");
        cutOff("image-");

        byte[] read;
        try (InputStream in = plugin.loader().getResourceAsStream("acme/good/large.bin")) {
            read = in.readAllBytes();
        }

        assertArrayEquals(large, read);
        assertEquals("acme.good.Late", plugin.load("acme.good.Late").getName());
    }

    @Test
    void aPackThatIsCutOffWhileItsPluginsRunCostsNone() throws Exception {
        Fixture.plugin(work, "acme.good", "good")
                .source("package acme.good; public class Late {}")
                .zip(plugins.resolve("good.zip"));
        Files.setLastModifiedTime(plugins.resolve("good.zip"), FileTime.from(Instant.EPOCH));
        links();
        LinkedPlugin plugin = links().plugin("acme.good");
        cutOff("images-");

        assertEquals("acme.good.Late", plugin.load("acme.good.Late").getName());
    }

    private void cutOff(String prefix) throws Exception {
        try (FileChannel begun = FileChannel.open(file(prefix), StandardOpenOption.WRITE)) {
            begun.truncate(10);
        }
    }

    @Test
    void anAddressOfAResourceWorksAsOneOfAJar() throws Exception {
        Fixture.plugin(work, "acme.good", "good")
                .resource("acme/good/a b.txt", "spaced")
                .resource("acme/good/near.txt", "near")
                .zip(plugins.resolve("good.zip"));
        LinkedPlugin plugin = links().plugin("acme.good");

        URL url = plugin.loader().getResource("acme/good/a b.txt");

        assertEquals("spaced", text(url));
        assertEquals("near", text(new URL(url, "near.txt")));
        assertEquals("near", text(new URL(url, "/acme/good/near.txt")));
        assertEquals("spaced", text(new URL(url.toExternalForm())));
        JarURLConnection connection = (JarURLConnection) url.openConnection();
        assertEquals("acme/good/a b.txt", connection.getEntryName());
        assertEquals(6, connection.getContentLength());
        assertThrows(IOException.class, () -> text(new URL(url, "nowhere.txt")));
    }

    @Test
    void linkingOpensNoFileForGood() throws Exception {
        Path open = Path.of("/proc/self/fd");
        Assumptions.assumeTrue(Files.isDirectory(open));
        Path jar = Fixture.plugin(work, "acme.p0", "p0")
                .resource("acme/p0/a.txt", "a")
                .jar();
        Files.copy(jar, plugins.resolve("p0.jar"));
        Links links = links();
        links.plugin("acme.p0").loader().getResource("acme/p0/a.txt");
        long before = count(open);
        for (int i = 0; i < 50; i++) {
            Links again = links();
            LinkedPlugin plugin = again.plugin("acme.p0");
            plugin.load("acme.p0.Main");
            text(plugin.loader().getResource("acme/p0/a.txt"));
        }

        assertTrue(count(open) <= before, before + " became " + count(open));
        assertFalse(links.linked().isEmpty());
    }

    private static long count(Path open) throws Exception {
        try (Stream<Path> files = Files.list(open)) {
            return files.count();
        }
    }

    private static String text(URL url) throws Exception {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path image() throws Exception {
        return file("image-");
    }

    private Path file(String prefix) throws Exception {
        try (Stream<Path> all = Files.walk(work.resolve("var"))) {
            return all.filter(it -> it.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Links links() {
        PluginScan scan = PluginFolder.scan(plugins, PluginStage.in(work.resolve("var")));
        assertEquals(List.of(), scan.problems());
        return new Linker().links(Resolver.resolve(scan.plugins()));
    }

    private Path library() throws Exception {
        return Fixture.named(work, "acme.text")
                .source("module acme.text { exports acme.text; }")
                .source("package acme.text; public class Text {}")
                .jar();
    }

    private Fixture user(Path library) {
        return Fixture.named(work, "acme.user")
                .source("""
                        module acme.user {
                            requires org.citykit.api;
                            requires acme.text;
                            provides org.citykit.api.events.EventCalendar with acme.user.Main;
                        }
                        """)
                .main("acme.user", "user", "")
                .reading(library);
    }

    private Fixture base() {
        return Fixture.named(work, "acme.base")
                .source("""
                        module acme.base {
                            requires org.citykit.api;
                            exports acme.base.api;
                            provides org.citykit.api.events.EventCalendar with acme.base.Main;
                        }
                        """)
                .main("acme.base", "base", "")
                .source("package acme.base.api; public class Base {}");
    }

    private Fixture dependent(String module, String id) throws Exception {
        return Fixture.named(work, module)
                .source("""
                        module %s {
                            requires org.citykit.api;
                            requires acme.base;
                            provides org.citykit.api.events.EventCalendar with %s.Main;
                        }
                        """.formatted(module, module))
                .main(module, id, "public static Class<?> base() { return acme.base.api.Base.class; }")
                .reading(base().jar())
                .resource("META-INF/citykit/plugin.json", "{\"requires\": {\"acme.base\": \"^1.0\"}}");
    }
}
