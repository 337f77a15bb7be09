package org.citykit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.citykit.api.InvalidValueException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditLogTests {
    private static final Instant NOON = Instant.parse("2026-03-20T12:00:00.000000001Z");

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
    @CsvSource(delimiter = '|', textBlock = """
                    UPDATE audit SET content = REPLACE(content, 'actor 3', 'actor 4') WHERE ordinal = 3 | 2
                    UPDATE audit SET subject = 'a-9' WHERE ordinal = 3                                  | 2
                    UPDATE audit SET hash = REPLACE(hash, SUBSTR(hash, 1, 1), 'x') WHERE ordinal = 5    | 4
                    DELETE FROM audit WHERE ordinal = 1                                                 | 0
                    DELETE FROM audit WHERE ordinal = 3                                                 | 2
                    UPDATE audit SET ordinal = 99 WHERE ordinal = 5                                     | 4
                    INSERT INTO audit VALUES (6, 's', 'ff', 1, '{}')                                    | 5
                    """)
    void aChangeBehindTheStoresBackShows(String change, long sound) throws SQLException {
        append(5);
        store.close();
        assertEquals(1, Tampering.change(folder, change));
        store = Store.open(folder);

        AuditProof proof = store.audit().verify();

        assertFalse(proof.isSound());
        assertEquals(sound, proof.entries());
    }

    @Test
    void entriesSwappedWithTheirHashesShow() throws SQLException {
        append(5);
        store.close();
        Tampering.change(folder, "UPDATE audit SET ordinal = 99 WHERE ordinal = 2");
        Tampering.change(folder, "UPDATE audit SET ordinal = 2 WHERE ordinal = 3");
        Tampering.change(folder, "UPDATE audit SET ordinal = 3 WHERE ordinal = 99");
        store = Store.open(folder);

        assertFalse(store.audit().verify().isSound());
    }

    @Test
    void aSubjectWithWhiteSpaceIsRefused() {
        assertThrows(InvalidValueException.class, () -> new AuditNote(NOON, "", "", "two words", ""));
    }

    @Test
    void anEmptyAuditIsSound() {
        assertEquals(new AuditProof(0, "", Optional.empty()), store.audit().verify());
        assertEquals(Optional.empty(), store.audit().last());
    }

    @Test
    void entriesAreNumberedAndChainedAcrossRestarts() {
        append(3);
        store.close();
        store = Store.open(folder);
        AuditEntry fourth = store.audit().append(note(4, "a-1"));

        AuditProof proof = store.audit().verify();

        assertEquals(4, fourth.number());
        assertEquals(new AuditProof(4, fourth.hash(), Optional.empty()), proof);
        assertEquals(Optional.of(fourth), store.audit().last());
        assertEquals(64, fourth.hash().length());
    }

    @Test
    void anyTextComesBackAsItWas() {
        AuditNote note = new AuditNote(NOON, "مدیر\u0000", "half \ud83d", "a-1", "\"\\\n\u2028");

        store.audit().append(note);

        assertEquals(note, store.audit().last().orElseThrow().note());
        assertTrue(store.audit().verify().isSound());
    }

    @Test
    void entriesArePagedAndFoundBySubject() {
        append(5);
        store.audit().append(note(6, "b"));

        assertEquals(List.of(3L, 4L), numbers(store.audit().entries(2, 2)));
        assertEquals(List.of(6L), numbers(store.audit().of("b")));
        assertEquals(List.of(), store.audit().of("c"));
        assertEquals(6, store.audit().entries(0, 100).size());
    }

    @Test
    void manyWritersMakeOneChain() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<AuditEntry>> appended = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            AuditNote note = note(i, "a-" + i);
            appended.add(threads.submit(() -> store.audit().append(note)));
        }

        for (Future<AuditEntry> entry : appended) {
            entry.get();
        }

        threads.shutdown();
        assertEquals(40, store.audit().verify().entries());
        assertTrue(store.audit().verify().isSound());
    }

    private void append(int count) {
        for (int i = 1; i <= count; i++) {
            store.audit().append(note(i, "a-1"));
        }
    }

    private static AuditNote note(int number, String subject) {
        return new AuditNote(NOON.plusSeconds(number), "actor " + number, "alert-approved", subject, "");
    }

    private static List<Long> numbers(List<AuditEntry> entries) {
        return entries.stream().map(AuditEntry::number).toList();
    }
}
