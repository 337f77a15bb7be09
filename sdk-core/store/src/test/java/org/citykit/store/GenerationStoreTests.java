package org.citykit.store;

import static org.citykit.store.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationStoreTests {
    @TempDir
    Path folder;

    @Test
    void aNumberThatIsTakenIsRefused() {
        try (Store store = Store.open(folder)) {
            store.generations().add(generation(2), 10);

            String message = assertRefused(
                    StoreError.GENERATION_CONFLICT, () -> store.generations().add(generation(2), 10));

            assertTrue(message.contains("generation 2"), message);
            assertRefused(
                    StoreError.GENERATION_CONFLICT, () -> store.generations().add(generation(1), 10));
        }
    }

    @Test
    void aDamagedGenerationIsTold() throws Exception {
        try (Store store = Store.open(folder)) {
            store.generations().add(generation(1), 10);
        }
        Tampering.change(folder, "UPDATE generation SET content = '{'");

        try (Store store = Store.open(folder)) {
            assertRefused(
                    StoreError.CONTENT_UNREADABLE, () -> store.generations().all());
        }
    }

    @Test
    void theOldestAreForgotten() {
        try (Store store = Store.open(folder)) {
            for (int number = 1; number <= 5; number++) {
                store.generations().add(generation(number), 3);
            }

            assertEquals(
                    List.of(3, 4, 5),
                    store.generations().all().stream()
                            .map(StoredGeneration::number)
                            .toList());
        }
    }

    @Test
    void generationsSurviveARestart() {
        StoredGeneration first = generation(1);
        try (Store store = Store.open(folder)) {
            store.generations().add(first, 10);
        }

        try (Store store = Store.open(folder)) {
            assertEquals(List.of(first), store.generations().all());
        }
    }

    private static StoredGeneration generation(int number) {
        return new StoredGeneration(
                number,
                Instant.parse("2026-03-21T00:00:00.123456789Z"),
                "change",
                "portal.yaml",
                "/srv/شهر",
                "portal: {id: tehran}\n# توضیح\n",
                "seen-" + number,
                List.of(new StoredGeneration.Plugin("org.example.feed", "1.2.0", "ab".repeat(32), "feed.jar")));
    }
}
