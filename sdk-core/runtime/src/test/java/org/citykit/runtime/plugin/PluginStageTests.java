package org.citykit.runtime.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginStageTests {
    @TempDir
    Path work;

    private Path zip;
    private Path folder;
    private PluginStage stage;

    @BeforeEach
    void pack() throws Exception {
        zip = Fixture.plugin(work, "acme.good", "good").zip(work.resolve("good.zip"));
        folder = work.resolve("var/plugins");
        stage = PluginStage.in(folder);
    }

    @Test
    void aDamagedCopyIsMadeAgain() throws Exception {
        Path copy = PluginFolder.read(zip, stage).main().path();
        byte[] whole = Files.readAllBytes(copy);
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 1;
        Files.write(copy, damaged);
        Files.delete(imageOf(copy));

        PluginFacts again = PluginFolder.read(zip, stage);

        assertEquals(copy, again.main().path());
        assertEquals(List.of(), difference(whole, Files.readAllBytes(copy)));
    }

    @Test
    void aCopyThatBeganAndNeverEndedIsNoHindrance() throws Exception {
        Files.createDirectories(folder.resolve(Hashes.of(zip)));
        Files.createDirectories(folder.resolve(".new-123"));

        PluginFacts facts = PluginFolder.read(zip, stage);

        assertEquals("acme.good", facts.id());
    }

    @Test
    void aWholeCopyIsUsedAgain() throws Exception {
        Path copy = PluginFolder.read(zip, stage).main().path();
        Object before = Files.getAttribute(copy.getParent(), "lastModifiedTime");

        Path again = PluginFolder.read(zip, PluginStage.in(folder)).main().path();

        assertEquals(copy, again);
        assertEquals(before, Files.getAttribute(copy.getParent(), "lastModifiedTime"));
        assertEquals(List.of(Hashes.of(zip)), names());
    }

    @Test
    void anotherFileGetsAnotherCopy() throws Exception {
        PluginFacts first = PluginFolder.read(zip, stage);
        Files.delete(zip);
        Fixture.plugin(work, "acme.good", "good").version("1.1.0").zip(zip);

        PluginFacts second = PluginFolder.read(zip, stage);

        assertNotEquals(first.sha256(), second.sha256());
        assertTrue(Files.exists(first.main().path()));
        assertEquals("1.1.0", second.version());
    }

    @Test
    void copiesThatNobodyNeedsAreDeleted() throws Exception {
        Path copy = PluginFolder.read(zip, stage).main().path();
        Files.createDirectories(folder.resolve(".new-123/made"));
        Files.createDirectories(folder.resolve("somebody-elses"));

        stage.keepOnly(Set.of());

        assertFalse(Files.exists(copy));
        assertEquals(List.of("somebody-elses"), names());
    }

    @Test
    void aStageThatIsNotThereHasNothingToDelete() throws Exception {
        stage.keepOnly(Set.of());

        assertFalse(Files.exists(folder));
    }

    private static Path imageOf(Path copy) {
        return copy.resolveSibling("image-" + Runtime.version().feature());
    }

    private List<String> names() throws Exception {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(PluginFile::nameOf).sorted().toList();
        }
    }

    private static List<Integer> difference(byte[] left, byte[] right) {
        int at = Arrays.mismatch(left, right);
        return at < 0 ? List.of() : List.of(at);
    }
}
