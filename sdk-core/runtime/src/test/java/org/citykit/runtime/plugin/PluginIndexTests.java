package org.citykit.runtime.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citykit.runtime.Generation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginIndexTests {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));

    @TempDir
    Path work;

    private Path plugins;
    private Path zip;
    private Path index;

    @BeforeEach
    void pack() throws Exception {
        plugins = Files.createDirectory(work.resolve("plugins"));
        zip = Fixture.plugin(work, "acme.good", "good")
                .resource(
                        "META-INF/citykit/plugin.json",
                        "{\"title\": {\"fa\": \"خوب\"}, \"requires\": {\"acme.base\": \"^1.0\"}, \"permissions\": {\"network\": [\"example.org\"]},"
                                + " \"supportEnd\": \"2030-01-02\"}")
                .zip(plugins.resolve("good.zip"));
        Files.setLastModifiedTime(zip, LONG_AGO);
        index = work.resolve("var/index");
        scan();
    }

    @Test
    void anUnchangedFileIsNotOpenedAgain() throws Exception {
        PluginFacts first = scan().plugins().get(0);
        // Of the same length and time: only who opens it can tell.
        overwriteInPlace();

        PluginFacts second = scan().plugins().get(0);

        assertEquals(first.sha256(), second.sha256());
        assertEquals(first.providers(), second.providers());
        assertEquals(first.manifest(), second.manifest());
        assertEquals(first.signatures(), second.signatures());
        assertEquals(first.descriptor(), second.descriptor());
        assertEquals(first.apiVersion(), second.apiVersion());
    }

    @Test
    void aFileThatIsAsYoungAsTheIndexIsOpenedAgain() throws Exception {
        FileTime now = FileTime.from(Instant.now().plusSeconds(5));
        Files.setLastModifiedTime(zip, now);
        scan();
        overwriteInPlace();
        Files.setLastModifiedTime(zip, now);

        assertFalse(scan().problems().isEmpty());
    }

    @Test
    void aFileOfAnotherTimeOrLengthIsOpenedAgain() throws Exception {
        String before = scan().plugins().get(0).sha256();
        Fixture.plugin(work, "acme.good", "good").version("1.1.0").zip(zip);

        PluginFacts after = scan().plugins().get(0);

        assertNotEquals(before, after.sha256());
        assertEquals("1.1.0", after.version());
    }

    @Test
    void aDamagedIndexIsMadeAgain() throws Exception {
        byte[] whole = Files.readAllBytes(index);
        for (int at : List.of(0, whole.length / 2, whole.length - 1)) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(index, damaged);

            assertEquals("acme.good", scan().plugins().get(0).id());
            assertEquals(whole.length, Files.size(index));
        }
        Files.write(index, new byte[0]);
        assertEquals(List.of(), scan().problems());
    }

    @Test
    void anIndexThatIsLostIsMadeFromTheImages() throws Exception {
        Files.delete(index);

        PluginScan scan = scan();

        assertEquals(
                Optional.of("example.org"),
                scan.plugins().get(0).manifest().network().stream().findFirst());
        assertTrue(Files.exists(index));
    }

    @Test
    void aFileThatIsGoneIsForgotten() throws Exception {
        long before = Files.size(index);
        Files.delete(zip);

        assertEquals(List.of(), scan().plugins());
        assertTrue(Files.size(index) < before);
    }

    @Test
    void aRefusedFileIsNotRemembered() throws Exception {
        Files.write(plugins.resolve("bad.jar"), new byte[20]);

        assertEquals(1, scan().problems().size());
        assertEquals(1, scan().problems().size());
    }

    @Test
    void aPinnedFileIsFoundWithoutOpeningItsImageWhichIsMendedWhenItIsNeeded() throws Exception {
        PluginFacts first = scan().plugins().get(0);
        Path image = work.resolve(
                "var/" + first.sha256() + "/image-" + Runtime.version().feature());
        Files.delete(zip);
        Files.delete(packOfImages());
        Files.write(image, new byte[10]);

        PluginScan pinned = pinned(first);

        assertEquals(List.of(), pinned.problems());
        assertEquals(first.manifest(), pinned.plugins().get(0).manifest());
        assertEquals(10, Files.size(image));
        assertFalse(pinned.plugins().get(0).image().jars().isEmpty());
        assertTrue(Files.size(image) > 10);
    }

    @Test
    void aPinnedFileWhoseImageIsGoneIsReadFromItsCopy() throws Exception {
        PluginFacts first = scan().plugins().get(0);
        Path home = work.resolve("var/" + first.sha256());
        Files.delete(home.resolve("image-" + Runtime.version().feature()));

        assertEquals(List.of(), pinned(first).problems());

        PluginStage.deleteAll(home);
        Files.delete(zip);

        assertEquals(1, pinned(first).problems().size());
    }

    @Test
    void anImageIsTakenFromThePackWithoutItsFile() throws Exception {
        scan();
        PluginFacts facts = scan().plugins().get(0);
        Path image = work.resolve(
                "var/" + facts.sha256() + "/image-" + Runtime.version().feature());
        Files.delete(image);

        assertFalse(facts.image().jars().isEmpty());
        assertEquals(image, facts.image().file());
        assertFalse(Files.exists(image));
    }

    @Test
    void aDamagedPackIsGivenUpForTheImagesOwnFilesAndWrittenAgain() throws Exception {
        scan();
        Path pack = packOfImages();
        byte[] whole = Files.readAllBytes(pack);
        byte[] begun = whole.clone();
        begun[0] ^= 1;
        byte[] ended = whole.clone();
        ended[whole.length - 1] ^= 1;
        for (byte[] damaged : List.of(begun, ended, new byte[100], new byte[0])) {
            Files.write(pack, damaged);
            PluginFacts facts = scan().plugins().get(0);

            assertFalse(facts.image().jars().isEmpty());
            assertFalse(Files.exists(pack));

            scan();
            pack = packOfImages();
            assertEquals(whole.length, Files.size(pack));
        }
    }

    @Test
    void thereIsOnePackAndItHoldsTheImagesOfWhatIsThere() throws Exception {
        scan();
        long one = Files.size(packOfImages());
        Path second = Fixture.plugin(work, "acme.better", "better").zip(plugins.resolve("better.zip"));
        Files.setLastModifiedTime(second, LONG_AGO);
        scan();

        assertTrue(Files.size(packOfImages()) > one);

        Files.delete(second);
        scan();

        assertEquals(one, Files.size(packOfImages()));
    }

    @Test
    void anIndexThatCannotBeWrittenLeavesNoPackBehind() throws Exception {
        Files.delete(index);
        Files.delete(packOfImages());
        Files.createDirectories(index.resolve("in the way"));

        assertEquals(List.of(), scan().problems());
        assertEquals(List.of(), scan().problems());

        try (Stream<Path> all = Files.list(work.resolve("var"))) {
            assertEquals(
                    List.of(),
                    all.map(PluginFile::nameOf)
                            .filter(name -> name.startsWith("images-") || name.startsWith(".new-"))
                            .toList());
        }
    }

    private Path packOfImages() throws Exception {
        try (Stream<Path> all = Files.list(work.resolve("var"))) {
            List<Path> packs = all.filter(it -> it.getFileName().toString().startsWith("images-"))
                    .toList();
            assertEquals(1, packs.size());
            return packs.get(0);
        }
    }

    private PluginScan pinned(PluginFacts facts) {
        return PluginFolder.pinned(
                List.of(new Generation.PinnedPlugin(facts.id(), facts.version(), facts.sha256(), facts.file())),
                PluginStage.in(work.resolve("var")));
    }

    private void overwriteInPlace() throws Exception {
        FileTime time = Files.getLastModifiedTime(zip);
        Files.write(zip, new byte[Math.toIntExact(Files.size(zip))]);
        Files.setLastModifiedTime(zip, time);
    }

    private PluginScan scan() {
        return PluginFolder.scan(plugins, PluginStage.in(work.resolve("var")));
    }
}
