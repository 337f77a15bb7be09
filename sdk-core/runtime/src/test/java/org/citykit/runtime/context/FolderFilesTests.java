package org.citykit.runtime.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Cursor;
import org.citykit.api.ErrorCode;
import org.citykit.api.Fetched;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderFilesTests {
    private static final long LIMIT = 1_000;

    @TempDir
    Path folder;

    private Path home;
    private Path outside;
    private FolderFiles files;

    @BeforeEach
    void folders() throws Exception {
        home = Files.createDirectory(folder.resolve("portal"));
        outside = Files.createDirectory(folder.resolve("open-data"));
        Files.writeString(outside.resolve("pairs.tsv"), "Q1\tQ2\n");
        files = new FolderFiles(home, Map.of("atlas", outside), LIMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../open-data/pairs.tsv", "/etc/hostname", "data/../../open-data/pairs.tsv", "atlas/../portal/x"
            })
    void aPathThatLeavesThePortalIsRefused(String path) {
        assertEquals(ApiError.FILE_UNREADABLE, refusal(path));
    }

    @Test
    void aLinkThatLeavesThePortalIsRefused() throws Exception {
        Files.createSymbolicLink(home.resolve("link.tsv"), outside.resolve("pairs.tsv"));

        assertEquals(ApiError.FILE_UNREADABLE, refusal("link.tsv"));
    }

    @Test
    void aFileOfTwoGigabytesIsRefusedBeforeItIsRead() throws Exception {
        try (RandomAccessFile sparse =
                new RandomAccessFile(home.resolve("huge.csv").toFile(), "rw")) {
            sparse.setLength(2L << 30);
        }

        assertEquals(ApiError.LIMIT_EXCEEDED, refusal("huge.csv"));
    }

    @Test
    void aSmallFileThatUnpacksToALargeOneIsRefused() throws Exception {
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(home.resolve("bomb.csv.gz")))) {
            packed.write(new byte[(int) LIMIT * 100]);
        }
        assertTrue(Files.size(home.resolve("bomb.csv.gz")) < LIMIT);

        assertEquals(ApiError.LIMIT_EXCEEDED, refusal("bomb.csv.gz"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.csv", "", "nul\0name"})
    void whatIsNotThereIsSaidSo(String path) {
        assertEquals(ApiError.FILE_UNREADABLE, refusal(path));
    }

    @Test
    void aNamedFolderIsReadByItsName() {
        Fetched fetched = files.read("atlas/pairs.tsv", Cursor.start());

        assertEquals("Q1\tQ2\n", fetched.text());
        assertEquals("text/tab-separated-values", fetched.type());
    }

    @Test
    void aFileIsUnchangedUntilItIsWrittenAgain() throws Exception {
        Files.writeString(home.resolve("cities.csv"), "شهر\n", StandardCharsets.UTF_8);
        Fetched first = files.read("cities.csv", Cursor.start());
        Fetched second = files.read("cities.csv", first.cursor());
        Files.writeString(home.resolve("cities.csv"), "شهر\nتهران\n", StandardCharsets.UTF_8);

        Fetched third = files.read("cities.csv", first.cursor());

        assertFalse(first.unchanged());
        assertTrue(second.unchanged());
        assertEquals("شهر\nتهران\n", third.text());
    }

    @Test
    void aFolderIsListedSortedWithoutHiddenFilesAndFolders() throws Exception {
        Files.createDirectories(home.resolve("packs/inner.yaml"));
        for (String name : List.of("b.yaml", "a.yaml", ".hidden.yaml", "c.txt")) {
            Files.writeString(home.resolve("packs").resolve(name), "x");
        }

        assertEquals(List.of("packs/a.yaml", "packs/b.yaml"), files.list("packs", "yaml"));
    }

    private ErrorCode refusal(String path) {
        return assertThrows(CityKitException.class, () -> files.read(path, Cursor.start()))
                .code();
    }
}
