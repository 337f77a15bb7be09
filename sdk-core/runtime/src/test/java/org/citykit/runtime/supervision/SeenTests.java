package org.citykit.runtime.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SeenTests {
    @TempDir
    Path work;

    private Path release;

    @BeforeEach
    void makeRelease() throws Exception {
        release = Files.createDirectory(work.resolve("release-1"));
        Files.writeString(release.resolve("acme.zip"), "first");
    }

    @Test
    void aFileThatIsReplacedBehindALinkToItsFolderIsSeen() throws Exception {
        Path plugins = Files.createSymbolicLink(work.resolve("plugins"), release);
        Seen before = now(plugins);

        Files.writeString(release.resolve("acme.zip"), "second");

        assertEquals(
                List.of(plugins.resolve("acme.zip").toString()), now(plugins).changedSince(before));
    }

    @Test
    void aFileThatIsReplacedBehindALinkToItselfIsSeen() throws Exception {
        Path plugins = Files.createDirectory(work.resolve("plugins"));
        Files.createSymbolicLink(plugins.resolve("acme.zip"), release.resolve("acme.zip"));
        Seen before = now(plugins);

        Files.writeString(release.resolve("acme.zip"), "second");

        assertNotEquals(before.name(), now(plugins).name());
    }

    @Test
    void aLinkThatLeadsToAnotherFolderIsSeen() throws Exception {
        Path plugins = Files.createSymbolicLink(work.resolve("plugins"), release);
        Seen before = now(plugins);

        Path next = Files.createDirectory(work.resolve("release-2"));
        Files.writeString(next.resolve("acme.zip"), "of another length");
        Files.delete(plugins);
        Files.createSymbolicLink(plugins, next);

        assertNotEquals(before.name(), now(plugins).name());
    }

    @Test
    void aLinkThatLeadsNowhereOrInACircleHidesNoOtherFile() throws Exception {
        Files.createSymbolicLink(release.resolve("circle"), release);
        Files.createSymbolicLink(release.resolve("nowhere"), work.resolve("nowhere"));
        Seen before = now(release);

        Files.writeString(release.resolve("acme.zip"), "second");

        assertEquals(
                List.of(release.resolve("acme.zip").toString()), now(release).changedSince(before));
    }

    @Test
    void aFolderThatIsGoneIsSeen() throws Exception {
        Seen before = now(release);

        Files.delete(release.resolve("acme.zip"));
        Files.delete(release);

        assertNotEquals(before.name(), now(release).name());
        assertEquals(now(release), now(release));
    }

    private static Seen now(Path plugins) {
        return Seen.now("portal: {}", List.of(plugins));
    }
}
