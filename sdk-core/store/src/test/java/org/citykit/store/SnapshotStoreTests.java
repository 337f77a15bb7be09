package org.citykit.store;

import static org.citykit.store.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.citykit.api.Cursor;
import org.citykit.api.Defect;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Item;
import org.citykit.api.Revision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotStoreTests {
    private static final Instant NOON = Instant.parse("2026-03-20T12:00:00.123456789Z");

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE snapshot_chunk SET content = X'00' WHERE ordinal = 1 AND part = 'items'",
                "UPDATE snapshot_chunk SET content = SUBSTR(content, 1, LENGTH(content) - 9) WHERE part = 'items'",
                "UPDATE snapshot_chunk SET content = (SELECT content FROM snapshot_chunk WHERE part = 'defects')"
                        + " WHERE ordinal = 1",
                "DELETE FROM snapshot_chunk WHERE ordinal = 1",
                "DELETE FROM snapshot_chunk WHERE part = 'defects'",
                "UPDATE snapshot_chunk SET ordinal = 9 WHERE part = 'items' AND ordinal = 0",
                "UPDATE snapshot SET format = 2 WHERE module = 'broken'",
                "UPDATE snapshot SET facts = '{' WHERE module = 'broken'",
                "UPDATE snapshot SET items_hash = 'x' WHERE module = 'broken'"
            })
    void aDamagedSnapshotCostsItsModuleAlone(String damage) throws SQLException {
        store.snapshots().save(snapshot("broken", items(2_500)));
        store.close();
        assertTrue(Tampering.change(folder, damage) > 0);
        store = Store.open(folder);
        store.snapshots().save(snapshot("sound", items(10)));

        String message = assertRefused(
                StoreError.SNAPSHOT_UNREADABLE, () -> store.snapshots().load("broken"));

        assertTrue(message.contains("'broken'"), message);
        assertEquals(items(10), store.snapshots().load("sound").orElseThrow().items());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE snapshot SET items_hash = 'x'",
                "UPDATE snapshot SET format = 2",
                "UPDATE snapshot_chunk SET content = X'00' WHERE part = 'items'"
            })
    void aDamagedSnapshotIsReplacedByTheNextGoodOneEvenIfThatIsEqual(String damage) throws SQLException {
        store.snapshots().save(snapshot("m", items(10)));
        store.close();
        Tampering.change(folder, damage);
        store = Store.open(folder);
        assertRefused(StoreError.SNAPSHOT_UNREADABLE, () -> store.snapshots().load("m"));

        store.snapshots().save(snapshot("m", items(10)));

        assertEquals(items(10), store.snapshots().load("m").orElseThrow().items());
    }

    @Test
    void anItemThatCannotBeStoredLeavesTheEarlierSnapshot() throws SQLException {
        record Foreign(String id) implements Item {}
        store.snapshots().save(snapshot("m", items(5)));
        List<Item> mixed = new ArrayList<>(items(3_000));
        mixed.add(new Foreign("x"));

        assertRefused(StoreError.NOT_STORABLE, () -> store.snapshots().save(snapshot("m", mixed)));

        assertEquals(items(5), store.snapshots().load("m").orElseThrow().items());
        store.close();
        assertEquals("2", Tampering.ask(folder, "SELECT COUNT(*) FROM snapshot_chunk"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "\u0000", "half\ud83d"})
    void aModuleWithoutAProperNameIsRefused(String module) {
        Assertions.assertThrows(InvalidValueException.class, () -> snapshot(module, List.of()));
    }

    @Test
    void aModuleThatWasNeverSavedHasNothing() {
        assertEquals(Optional.empty(), store.snapshots().load("m"));
        assertEquals(List.of(), store.snapshots().list());
    }

    @Test
    void everythingIsThereAfterOpeningAgain() {
        StoredSnapshot saved = snapshot("m", items(2_345));
        Revision revision = store.snapshots().save(saved);
        store.close();
        store = Store.open(folder);

        StoredSnapshot loaded = store.snapshots().load("m").orElseThrow();

        assertEquals(
                new StoredSnapshot(
                        "m",
                        "TWINNING",
                        "tables",
                        "1.2.3",
                        saved.cursor(),
                        revision,
                        NOON,
                        saved.items(),
                        saved.defects(),
                        17),
                loaded);
    }

    @Test
    void anEmptySnapshotIsASnapshot() {
        StoredSnapshot empty =
                new StoredSnapshot("m", "", "", "", Cursor.start(), Revision.NONE, NOON, List.of(), List.of(), 0);

        Revision revision = store.snapshots().save(empty);

        assertEquals(List.of(), store.snapshots().load("m").orElseThrow().items());
        assertNotEquals(Revision.NONE, revision);
    }

    @Test
    void strangeCharactersInTheCursorSurvive() {
        Cursor cursor = Cursor.of("a\u0000b\ud83d'\"\\\n");

        store.snapshots().save(snapshot("m", cursor, items(1), NOON));

        assertEquals(cursor, store.snapshots().load("m").orElseThrow().cursor());
    }

    @Test
    void equalItemsHaveEqualRevisionsWhateverTheModule() {
        Revision one = store.snapshots().save(snapshot("one", items(1_500)));
        Revision other = store.snapshots().save(snapshot("other", items(1_500)));

        assertEquals(one, other);
    }

    @Test
    void anotherItemOrAnotherOrderHasAnotherRevision() {
        List<Item> reversed = new ArrayList<>(items(3));
        Collections.reverse(reversed);

        Revision three = store.snapshots().save(snapshot("m", items(3)));
        Revision four = store.snapshots().save(snapshot("m", items(4)));
        Revision backwards = store.snapshots().save(snapshot("m", reversed));

        assertNotEquals(three, four);
        assertNotEquals(three, backwards);
        assertEquals(reversed, store.snapshots().load("m").orElseThrow().items());
    }

    @Test
    void equalItemsOnlyMoveTheFacts() throws SQLException {
        store.snapshots().save(snapshot("m", Cursor.of("old"), items(1_500), NOON));
        store.close();
        String generation = Tampering.ask(folder, "SELECT generation FROM snapshot");
        store = Store.open(folder);

        store.snapshots().save(snapshot("m", Cursor.of("new"), items(1_500), NOON.plusSeconds(60)));

        StoredSnapshot loaded = store.snapshots().load("m").orElseThrow();
        assertEquals(Cursor.of("new"), loaded.cursor());
        assertEquals(NOON.plusSeconds(60), loaded.fetchedAt());
        store.close();
        assertEquals(generation, Tampering.ask(folder, "SELECT generation FROM snapshot"));
    }

    @Test
    void otherDefectsAreStoredEvenIfTheItemsAreEqual() {
        StoredSnapshot first = snapshot("m", items(2));
        store.snapshots().save(first);
        List<Defect> defects = List.of(new Defect("b.csv", 2, 0, "worse"));

        store.snapshots()
                .save(new StoredSnapshot(
                        "m", "d", "p", "v", Cursor.start(), Revision.NONE, NOON, first.items(), defects, 1));

        StoredSnapshot loaded = store.snapshots().load("m").orElseThrow();
        assertEquals(defects, loaded.defects());
        assertEquals("v", loaded.pluginVersion());
        assertEquals(1, loaded.defectCount());
    }

    @Test
    void aNewSnapshotLeavesNothingOfTheOldOne() throws SQLException {
        store.snapshots().save(snapshot("m", items(5_000)));

        store.snapshots().save(snapshot("m", items(10)));
        store.close();

        assertEquals("2", Tampering.ask(folder, "SELECT COUNT(*) FROM snapshot_chunk"));
    }

    @Test
    void whatACrashLeftBehindIsSweptAwayOnOpening() throws SQLException {
        store.snapshots().save(snapshot("m", items(10)));
        store.close();
        Tampering.change(folder, "INSERT INTO snapshot_chunk VALUES ('lost', 'items', 0, X'00')");

        store = Store.open(folder);
        store.close();

        assertEquals("2", Tampering.ask(folder, "SELECT COUNT(*) FROM snapshot_chunk"));
    }

    @Test
    void theListTellsFactsSortedByModule() {
        store.snapshots().save(snapshot("zebra", items(3)));
        Revision revision = store.snapshots().save(snapshot("ant", items(1_001)));

        List<SnapshotFacts> facts = store.snapshots().list();

        assertEquals(
                new SnapshotFacts("ant", "TWINNING", "tables", "1.2.3", Cursor.of("etag"), revision, NOON, 1_001, 17),
                facts.get(0));
        assertEquals("zebra", facts.get(1).module());
    }

    @Test
    void aDeletedSnapshotIsGoneAndTheOthersStay() throws SQLException {
        store.snapshots().save(snapshot("gone", items(10)));
        store.snapshots().save(snapshot("stays", items(20)));

        store.snapshots().delete("gone");
        store.snapshots().delete("never-there");

        assertEquals(Optional.empty(), store.snapshots().load("gone"));
        assertEquals(items(20), store.snapshots().load("stays").orElseThrow().items());
        store.close();
        assertEquals("2", Tampering.ask(folder, "SELECT COUNT(*) FROM snapshot_chunk"));
    }

    @Test
    void manyThreadsSeeWholeSnapshotsOnly() throws ExecutionException, InterruptedException {
        store.snapshots().save(snapshot("m", items(1_200)));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Integer>> loaded = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int size = 1_200 + i % 5 * 400;
            loaded.add(threads.submit(i % 2 == 0 ? saving(size) : this::loading));
        }

        for (Future<Integer> size : loaded) {
            assertEquals(0, size.get() % 400);
        }
        threads.shutdown();
        assertEquals(loading(), store.snapshots().list().get(0).items());
    }

    @Test
    void largeItemsAreCutIntoMoreChunks() throws SQLException {
        String page = "متن ".repeat(20_000);
        List<Item> large = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            large.add(Cities.city(i, page + i));
        }

        store.snapshots().save(snapshot("m", large));

        assertEquals(large, store.snapshots().load("m").orElseThrow().items());
        store.close();
        assertTrue(Integer.parseInt(Tampering.ask(folder, "SELECT COUNT(*) FROM snapshot_chunk")) > 3);
    }

    private Callable<Integer> saving(int size) {
        return () -> {
            store.snapshots().save(snapshot("m", items(size)));
            return size;
        };
    }

    private int loading() {
        return store.snapshots().load("m").orElseThrow().items().size();
    }

    private static List<Item> items(int count) {
        return Cities.cities(0, count);
    }

    private static StoredSnapshot snapshot(String module, List<? extends Item> items) {
        return snapshot(module, Cursor.of("etag"), items, NOON);
    }

    private static StoredSnapshot snapshot(String module, Cursor cursor, List<? extends Item> items, Instant at) {
        List<Defect> defects = List.of(new Defect("شهرها.csv", 3, 14, "no name"));
        return new StoredSnapshot(module, "TWINNING", "tables", "1.2.3", cursor, Revision.NONE, at, items, defects, 17);
    }
}
