package org.citykit.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.citykit.api.Cursor;
import org.citykit.api.Revision;

/** Saves 100,000 cities, forgets them and loads them again. */
final class LargeRegistry {
    private static final int CITIES = 100_000;

    private LargeRegistry() {}

    public static void main(String[] arguments) {
        try (Store store = Store.open(Path.of(arguments[0]))) {
            Revision saved = save(store);
            StoredSnapshot loaded = store.snapshots().load("m").orElseThrow();
            boolean same = saved.equals(loaded.revision());
            System.out.print("loaded " + loaded.items().size() + (same ? " as saved\n" : " otherwise\n"));
        }
    }

    private static Revision save(Store store) {
        return store.snapshots()
                .save(new StoredSnapshot(
                        "m",
                        "TWINNING",
                        "tables",
                        "1",
                        Cursor.start(),
                        Revision.NONE,
                        Instant.EPOCH,
                        Cities.cities(1, CITIES),
                        List.of(),
                        0));
    }
}
