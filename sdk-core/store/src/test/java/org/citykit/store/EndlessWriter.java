package org.citykit.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.citykit.api.Cursor;
import org.citykit.api.Revision;

/** Saves one snapshot after the other, goes on where the one before was killed, and tells which is stored. */
final class EndlessWriter {
    private EndlessWriter() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        try (Store store = Store.open(Path.of(arguments[0]))) {
            int last = store.snapshots().list().stream()
                    .mapToInt(facts -> Integer.parseInt(facts.cursor().value()))
                    .findFirst()
                    .orElse(0);
            for (int round = last + 1; !out.checkError(); round++) {
                store.snapshots().save(snapshot(round));
                store.audit().append(new AuditNote(Instant.EPOCH, "writer", "saved", "round-" + round, ""));
                out.println("stored " + round);
            }
        }
    }

    static int size(int round) {
        return 8_500 + round % 3 * 500;
    }

    private static StoredSnapshot snapshot(int round) {
        Cursor cursor = Cursor.of(Integer.toString(round));
        return new StoredSnapshot(
                "m",
                "TWINNING",
                "tables",
                "1",
                cursor,
                Revision.NONE,
                Instant.EPOCH,
                Cities.cities(round, size(round)),
                List.of(),
                round);
    }
}
