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

    private void overwriteInPlace() throws Exception {
        FileTime time = Files.getLastModifiedTime(zip);
        Files.write(zip, new byte[Math.toIntExact(Files.size(zip))]);
        Files.setLastModifiedTime(zip, time);
    }

    private PluginScan scan() {
        return PluginFolder.scan(plugins, PluginStage.in(work.resolve("var")));
    }
}
