package org.citykit.twinning;

import static org.citykit.twinning.Samples.city;
import static org.citykit.twinning.Samples.known;
import static org.citykit.twinning.Samples.named;
import static org.citykit.twinning.Samples.place;
import static org.citykit.twinning.Samples.sister;
import static org.citykit.twinning.Samples.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.citykit.api.InvalidValueException;
import org.citykit.api.Revision;
import org.citykit.api.twinning.TwinningItem;
import org.junit.jupiter.api.Test;

class OrderTests {
    private static final List<RegistrySnapshot> SNAPSHOTS = List.of(
            snapshot(
                    "gazetteer",
                    place("geonames:1", "London", "GB", 51.5, -0.1, 8_900_000),
                    place("geonames:2", "London", "CA", 42.9, -81.2, 380_000),
                    place("geonames:3", "Seoul", "KR", 37.5, 127.0, 10_000_000)),
            snapshot(
                    "wiki",
                    sister("1", known("wikidata:Q3616", "Tehran"), known("wikidata:Q84", "London"), 1993),
                    sister("2", known("wikidata:Q8684", "Seoul"), known("wikidata:Q3616", "Tehran"), 1963),
                    sister("3", known("wikidata:Q92561", "London"), known("wikidata:Q1", "Arak"))),
            snapshot(
                    "city",
                    city("local:x", "Tehran", "IR", "wikidata:Q3616"),
                    city("local:y", "Teheran", "", "wikidata:Q3616"),
                    sister("a", known("local:x", "Tehran"), named("London", ""), 1995),
                    sister("b", known("local:x", "Tehran"), named("Seoul", "KR")),
                    sister("c", named("Seoul", ""), named("Sana'a", "YE"))),
            snapshot("other", sister("1", named("London", "GB"), named("Sanaa", ""))));

    @Test
    void theOrderOfModulesAndItemsChangesNothing() {
        TwinningIndex expected = TwinningIndex.of(SNAPSHOTS);

        for (int seed = 0; seed < 200; seed++) {
            TwinningIndex shuffled = TwinningIndex.of(shuffled(new Random(seed)));

            assertEquals(expected.revision(), shuffled.revision());
            assertEquals(relations(expected), relations(shuffled));
            assertEquals(
                    expected.cities(CityQuery.all()).items(),
                    shuffled.cities(CityQuery.all()).items());
            assertEquals(expected.statistics(), shuffled.statistics());
        }
    }

    @Test
    void aChangedSnapshotChangesTheRevision() {
        List<RegistrySnapshot> changed = new ArrayList<>(SNAPSHOTS);
        changed.set(
                3,
                new RegistrySnapshot(
                        "other", new Revision("2"), SNAPSHOTS.get(3).items()));

        assertNotEquals(
                TwinningIndex.of(SNAPSHOTS).revision(),
                TwinningIndex.of(changed).revision());
        assertNotEquals(
                TwinningIndex.of(SNAPSHOTS).revision(),
                TwinningIndex.of(SNAPSHOTS.subList(0, 3)).revision());
    }

    @Test
    void twoSnapshotsOfOneModuleAreRefused() {
        List<RegistrySnapshot> twice = List.of(snapshot("a"), snapshot("a"));

        assertThrows(InvalidValueException.class, () -> TwinningIndex.of(twice));
    }

    private static List<Relation> relations(TwinningIndex index) {
        return index.relations(RelationQuery.all()).items();
    }

    private static List<RegistrySnapshot> shuffled(Random random) {
        List<RegistrySnapshot> snapshots = new ArrayList<>();
        for (RegistrySnapshot snapshot : SNAPSHOTS) {
            List<TwinningItem> items = new ArrayList<>(snapshot.items());
            Collections.shuffle(items, random);
            snapshots.add(new RegistrySnapshot(snapshot.module(), snapshot.revision(), items));
        }
        Collections.shuffle(snapshots, random);
        return snapshots;
    }
}
