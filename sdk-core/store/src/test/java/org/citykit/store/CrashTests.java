package org.citykit.store;

import static org.citykit.store.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.citykit.api.Item;
import org.citykit.api.twinning.City;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that writes without end is killed; what it said it had stored must be there, whole. */
class CrashTests {
    private static final int KILLS = 10;

    @TempDir
    Path folder;

    @Test
    void aStoreThatAnotherProcessHoldsIsRefusedUntilThatDies() throws IOException, InterruptedException {
        Process writer = ChildJvm.start(EndlessWriter.class, List.of(), folder.toString());
        assertEquals(Optional.of(1), read(writer, 1));

        assertRefused(StoreError.IN_USE, () -> Store.open(folder));
        kill(writer);

        Store.open(folder).close();
    }

    @Test
    void whateverTheMomentOfTheCrashTheSnapshotIsWhole() throws IOException, InterruptedException, SQLException {
        int before = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            Process writer = ChildJvm.start(EndlessWriter.class, List.of(), folder.toString());
            int told = read(writer, 1 + kill % 3).orElseThrow();
            if (kill % 3 != 0) {
                awaitWrites(1 + kill % 5);
            }
            kill(writer);

            try (Store store = Store.open(folder)) {
                assertTrue(audited(store) >= told, "the audit lost round " + told);
                before = assertWhole(store, Math.max(before, told));
            }
        }
        assertEquals("ok", Tampering.ask(folder, "PRAGMA integrity_check"));
    }

    /** Reads so many lines, the last of which tells the round that was stored. */
    private static Optional<Integer> read(Process writer, int lines) throws IOException {
        BufferedReader reader = writer.inputReader();
        Optional<Integer> round = Optional.empty();
        for (int i = 0; i < lines; i++) {
            String line = reader.readLine();
            assertTrue(line != null && line.startsWith("stored "), line);
            round = Optional.of(Integer.parseInt(line.substring("stored ".length())));
        }
        return round;
    }

    /** Returns as soon as the program has written into the log of the database so often: in the midst of its next save. */
    private void awaitWrites(int writes) throws IOException, InterruptedException {
        try (WatchService changes = folder.getFileSystem().newWatchService()) {
            folder.register(changes, StandardWatchEventKinds.ENTRY_MODIFY);
            int seen = 0;
            while (seen < writes) {
                WatchKey key = changes.poll(1, TimeUnit.MINUTES);
                assertNotNull(key, "the program has stopped writing");
                seen += (int) key.pollEvents().stream()
                        .filter(event -> String.valueOf(event.context()).equals("citykit.db-wal"))
                        .count();
                key.reset();
            }
        }
    }

    private static void kill(Process writer) throws InterruptedException {
        writer.destroyForcibly().waitFor();
    }

    private static int assertWhole(Store store, int told) {
        StoredSnapshot snapshot = store.snapshots().load("m").orElseThrow();
        int round = Integer.parseInt(snapshot.cursor().value());
        assertTrue(round >= told, "round " + told + " was told to be stored, but found is " + round);
        assertEquals(Set.of(List.of("round " + round)), names(snapshot.items()));
        assertEquals(EndlessWriter.size(round), snapshot.items().size());
        assertEquals(round, snapshot.defectCount());
        return round;
    }

    /** The last round in the audit, which is written after the snapshot and before the round is told. */
    private static int audited(Store store) {
        AuditProof proof = store.audit().verify();
        assertTrue(proof.isSound(), proof::toString);
        String subject = store.audit().last().orElseThrow().note().subject();
        return Integer.parseInt(subject.substring("round-".length()));
    }

    private static Set<List<String>> names(List<? extends Item> items) {
        return items.stream().map(item -> ((City) item).otherNames()).collect(Collectors.toSet());
    }
}
