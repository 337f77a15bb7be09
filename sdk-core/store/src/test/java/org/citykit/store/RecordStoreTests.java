package org.citykit.store;

import static org.citykit.store.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Records;
import org.citykit.api.Revision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordStoreTests {
    private static final Revision STALE = new Revision("stale");

    @TempDir
    Path folder;

    private Store store;
    private Records records;

    @BeforeEach
    void open() {
        store = Store.open(folder);
        records = store.records().forModule("m", 1);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRecordThatShouldNotExistButDoesIsNotOverwritten() {
        records.put("k", octets("first"), Revision.NONE);

        String message =
                assertRefused(ApiError.REVISION_CONFLICT, () -> records.put("k", octets("second"), Revision.NONE));

        assertTrue(message.contains("'k'"), message);
        assertArrayEquals(octets("first"), value("k"));
    }

    @Test
    void aRecordThatShouldExistButDoesNotIsNotMade() {
        assertRefused(ApiError.REVISION_CONFLICT, () -> records.put("k", octets("x"), STALE));

        assertEquals(Optional.empty(), records.find("k"));
    }

    @Test
    void aStaleRevisionNeitherChangesNorDeletes() {
        Revision first = records.put("k", octets("first"), Revision.NONE);
        records.put("k", octets("second"), first);

        assertRefused(ApiError.REVISION_CONFLICT, () -> records.put("k", octets("third"), first));
        assertRefused(ApiError.REVISION_CONFLICT, () -> records.delete("k", first));
        assertRefused(ApiError.REVISION_CONFLICT, () -> records.delete("k", Revision.NONE));
        assertRefused(ApiError.REVISION_CONFLICT, () -> records.delete("other", first));

        assertArrayEquals(octets("second"), value("k"));
    }

    @Test
    void aMebibyteFitsAndOneOctetMoreDoesNot() {
        records.put("fits", new byte[1 << 20], Revision.NONE);

        assertRefused(ApiError.LIMIT_EXCEEDED, () -> records.put("over", new byte[(1 << 20) + 1], Revision.NONE));

        assertEquals(1 << 20, value("fits").length);
        assertEquals(List.of("fits"), records.keys(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\u00a0b", "a\nb", "a\u0000", "half\ud83d"})
    void aKeyOutsideTheContractIsRefused(String key) {
        assertThrows(InvalidValueException.class, () -> records.put(key, octets("x"), Revision.NONE));
    }

    @Test
    void aKeyMayHaveTwoHundredCharactersAndNoMore() {
        records.put("k".repeat(200), octets("x"), Revision.NONE);

        assertThrows(InvalidValueException.class, () -> records.put("k".repeat(201), octets("x"), Revision.NONE));
    }

    @Test
    void aVersionBelowOneIsRefused() {
        assertThrows(InvalidValueException.class, () -> store.records().forModule("m", 0));
    }

    @Test
    void everyChangeHasARevisionThatFindGivesBack() {
        Revision first = records.put("k", octets("first"), Revision.NONE);
        assertEquals(first, records.find("k").orElseThrow().revision());

        Revision second = records.put("k", octets("second"), first);

        assertNotEquals(first, second);
        assertNotEquals(Revision.NONE, second);
        assertEquals(second, records.find("k").orElseThrow().revision());
    }

    @Test
    void anEmptyValueIsAValue() {
        records.put("k", new byte[0], Revision.NONE);

        assertArrayEquals(new byte[0], value("k"));
    }

    @Test
    void aDeletedRecordIsGoneAndMayBeMadeAgain() {
        Revision revision = records.put("k", octets("x"), Revision.NONE);

        records.delete("k", revision);

        assertEquals(Optional.empty(), records.find("k"));
        records.delete("k", Revision.NONE);
        records.put("k", octets("y"), Revision.NONE);
    }

    @Test
    void modulesAndVersionsDoNotSeeEachOther() {
        Revision old = records.put("k", octets("one"), Revision.NONE);
        store.records().forModule("m", 3).put("k", octets("three"), Revision.NONE);
        store.records().forModule("n", 1).put("k", octets("other"), Revision.NONE);

        records.delete("k", old);

        assertArrayEquals(
                octets("three"),
                store.records().forModule("m", 3).find("k").orElseThrow().value());
        assertEquals(List.of(3), store.records().versions("m"));
        assertEquals(List.of(1), store.records().versions("n"));
    }

    @Test
    void keysAreThoseWithThePrefixSorted() {
        for (String key : List.of("b/2", "a%", "a_x", "b/10", "A", "بـ1", "b/\ud83d\udd4a", "b", "aa")) {
            records.put(key, octets(key), Revision.NONE);
        }

        assertEquals(List.of("b", "b/10", "b/2", "b/\ud83d\udd4a"), records.keys("b"));
        assertEquals(List.of("b/10", "b/2", "b/\ud83d\udd4a"), records.keys("b/"));
        assertEquals(List.of("b/\ud83d\udd4a"), records.keys("b/\ud83d\udd4a"));
        assertEquals(List.of("a%"), records.keys("a%"));
        assertEquals(List.of("a_x"), records.keys("a_"));
        assertEquals(List.of("بـ1"), records.keys("ب"));
        assertEquals(List.of(), records.keys("c"));
        assertEquals(9, records.keys("").size());
    }

    @Test
    void recordsAreThereAfterOpeningAgain() {
        Revision revision = records.put("k", octets("x"), Revision.NONE);
        store.close();
        store = Store.open(folder);

        assertEquals(
                revision,
                store.records().forModule("m", 1).find("k").orElseThrow().revision());
    }

    @Test
    void ofManyWritersWithOneExpectationOneWins() throws InterruptedException, ExecutionException {
        Revision base = records.put("k", octets("base"), Revision.NONE);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> wins = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            byte[] value = octets("writer " + i);
            wins.add(threads.submit(() -> wins(value, base)));
        }

        int won = 0;
        for (Future<Boolean> win : wins) {
            won += win.get() ? 1 : 0;
        }

        threads.shutdown();
        assertEquals(1, won);
    }

    private boolean wins(byte[] value, Revision base) {
        try {
            records.put("k", value, base);
            return true;
        } catch (CityKitException conflict) {
            assertEquals(ApiError.REVISION_CONFLICT, conflict.code());
            return false;
        }
    }

    private byte[] value(String key) {
        return records.find(key).orElseThrow().value();
    }

    private static byte[] octets(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
