package org.citykit.store;

import static org.citykit.store.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.citykit.api.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTests {
    @TempDir
    Path folder;

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("var"), "in the way");

        String message = assertRefused(StoreError.FOLDER_UNUSABLE, () -> Store.open(file));

        assertTrue(message.contains(file.toString()), message);
    }

    @Test
    void aFolderBelowAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("var"), "in the way");

        assertRefused(StoreError.FOLDER_UNUSABLE, () -> Store.open(file.resolve("data")));
    }

    @Test
    void aFolderInThePlaceOfTheDatabaseIsRefused() throws IOException {
        Files.createDirectory(folder.resolve("citykit.db"));

        assertRefused(StoreError.FOLDER_UNUSABLE, () -> Store.open(folder));
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
        byte[] letter = "Dear city,\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("citykit.db"), letter);

        assertRefused(StoreError.DAMAGED, () -> Store.open(folder));

        assertTrue(Arrays.equals(letter, Files.readAllBytes(folder.resolve("citykit.db"))));
    }

    @Test
    void aDatabaseWithAnOverwrittenHeadIsRefused() throws IOException {
        Store.open(folder).close();
        byte[] octets = Files.readAllBytes(folder.resolve("citykit.db"));
        Arrays.fill(octets, 100, 4_096, (byte) 0x5A);
        Files.write(folder.resolve("citykit.db"), octets);

        assertRefused(StoreError.DAMAGED, () -> Store.open(folder));
    }

    @Test
    void aDatabaseOfAnotherProgramIsRefusedAndLeftAsItIs() throws SQLException {
        Tampering.change(folder, "CREATE TABLE recipes (name TEXT)");

        assertRefused(StoreError.FOREIGN, () -> Store.open(folder));

        assertEquals("1", Tampering.ask(folder, "SELECT COUNT(*) FROM sqlite_master"));
    }

    @Test
    void aNewerSchemaIsRefused() throws SQLException {
        Store.open(folder).close();
        Tampering.change(folder, "INSERT INTO citykit_schema (version) VALUES (999)");

        String message = assertRefused(StoreError.SCHEMA_NEWER, () -> Store.open(folder));

        assertTrue(message.contains("999"), message);
    }

    @Test
    void aSecondStoreOnTheFolderIsRefusedUntilTheFirstIsClosed() {
        Store first = Store.open(folder);

        assertRefused(StoreError.IN_USE, () -> Store.open(folder));
        assertRefused(StoreError.IN_USE, () -> Store.open(folder));
        first.close();

        Store.open(folder).close();
    }

    @Test
    void anAttemptThatFailedHoldsNothing() throws IOException {
        Path database = folder.resolve("citykit.db");
        Files.writeString(database, "no database, but longer than nothing".repeat(100));
        assertRefused(StoreError.DAMAGED, () -> Store.open(folder));
        Files.delete(database);

        Store.open(folder).close();
    }

    @Test
    void aClosedStoreRefusesEveryCall() {
        Store store = Store.open(folder);
        store.close();

        assertRefused(StoreError.CLOSED, () -> store.snapshots().list());
        assertRefused(StoreError.CLOSED, () -> store.records().forModule("m", 1).put("k", new byte[0], Revision.NONE));
    }

    @Test
    void closingTwiceIsClosingOnce() {
        Store store = Store.open(folder);
        store.close();

        store.close();

        Store.open(folder).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"داده‌ها", "with space", "100%41", "a?b=c&d", "hash#tag", "ünï'quote", "semi;colon"})
    void aFolderMayBeCalledAnything(String name) throws IOException {
        Path odd = folder.resolve(name).resolve("var");

        try (Store store = Store.open(odd)) {
            store.records().forModule("m", 1).put("k", new byte[] {1}, Revision.NONE);
        }

        assertTrue(Files.size(odd.resolve("citykit.db")) > 0);
        try (Store store = Store.open(odd)) {
            assertEquals(
                    1, store.records().forModule("m", 1).find("k").orElseThrow().value()[0]);
        }
    }

    @Test
    void everyErrorHasAnAnchorOfItsOwnInPlainLetters() {
        Set<String> anchors = new HashSet<>();

        for (StoreError error : StoreError.values()) {
            assertTrue(Pattern.matches("[a-z]+(-[a-z]+)*", error.anchor()), error.anchor());
            assertTrue(anchors.add(error.anchor()), error.anchor());
        }
    }
}
