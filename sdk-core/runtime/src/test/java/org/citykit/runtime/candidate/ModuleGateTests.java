package org.citykit.runtime.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.Cursor;
import org.citykit.api.Records;
import org.citykit.api.Revision;
import org.citykit.api.Views;
import org.citykit.runtime.Domain;
import org.citykit.runtime.GenerationLog;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.ModuleSnapshot;
import org.citykit.runtime.PortalSettings;
import org.citykit.runtime.RuntimePorts;
import org.junit.jupiter.api.Test;

class ModuleGateTests {
    private final Kept kept = new Kept();

    @Test
    void whatARetiredModuleStillBringsIsDropped() {
        ModuleGate gate = ModuleGate.open(kept, health -> {});
        gate.keep(snapshot("1"));

        gate.retire();
        gate.keep(snapshot("2"));

        assertEquals(List.of("1"), kept.cursors());
    }

    @Test
    void whatACandidateBringsIsHeldBackAndSeenByItAlone() {
        ModuleGate gate = ModuleGate.shut(kept, health -> {});

        gate.keep(snapshot("1"));
        gate.records("m", 1).put("key", "value".getBytes(StandardCharsets.UTF_8), Revision.NONE);

        assertEquals(List.of(), kept.cursors());
        assertTrue(kept.records.stored.isEmpty());
        assertEquals("1", gate.lastGood("m").orElseThrow().cursor().value());
    }

    @Test
    void whatIsNewerThanWhatWasTakenUpIsPassedOn() {
        ModuleGate gate = ModuleGate.shut(kept, health -> {});
        gate.keep(snapshot("1"));
        Optional<ModuleSnapshot> adopted = gate.held();
        gate.keep(snapshot("2"));

        gate.open(adopted);
        gate.keep(snapshot("3"));

        assertEquals(List.of("2", "3"), kept.cursors());
    }

    @Test
    void recordsAreWrittenWhenTheCandidateIsTakenUp() {
        ModuleGate gate = ModuleGate.shut(kept, health -> {});
        Records records = gate.records("m", 1);
        records.put("key", "value".getBytes(StandardCharsets.UTF_8), Revision.NONE);

        gate.writeRecords();
        gate.open(Optional.empty());

        assertFalse(kept.records.stored.isEmpty());
        assertEquals(List.of("key"), records.keys(""));
    }

    @Test
    void aCandidateFindsItsRecordsHoweverOftenItAsksForThem() {
        ModuleGate gate = ModuleGate.shut(kept, health -> {});
        Revision first = gate.records("m", 1).put("key", new byte[] {1}, Revision.NONE);

        gate.records("m", 1).put("key", new byte[] {2}, first);
        gate.writeRecords();

        assertEquals(2, kept.records.stored.get("key").value()[0]);
    }

    @Test
    void recordsThatACandidateFirstAsksForWhileItIsTakenUpAreWrittenToo() {
        ModuleGate gate = ModuleGate.shut(kept, health -> {});
        gate.writeRecords();
        Records late = gate.records("m", 2);
        late.put("late", new byte[] {1}, Revision.NONE);

        gate.open(Optional.empty());
        late.put("later", new byte[] {1}, Revision.NONE);

        assertEquals(Set.of("late", "later"), kept.records.stored.keySet());
    }

    private static ModuleSnapshot snapshot(String cursor) {
        return new ModuleSnapshot(
                "m",
                Domain.EVENTS,
                "p",
                "1.0.0",
                "f",
                Cursor.of(cursor),
                Instant.EPOCH,
                List.of(),
                List.of(),
                0,
                Map.of());
    }

    /** A portal that remembers what it was given. */
    private static final class Kept implements RuntimePorts {
        private final List<ModuleSnapshot> snapshots = new ArrayList<>();
        private final PlainRecords records = new PlainRecords();

        List<String> cursors() {
            return snapshots.stream().map(one -> one.cursor().value()).toList();
        }

        @Override
        public Optional<ModuleSnapshot> lastGood(String module) {
            return Optional.empty();
        }

        @Override
        public void keep(ModuleSnapshot snapshot) {
            snapshots.add(snapshot);
        }

        @Override
        public void adopt(PortalSettings portal, List<ModuleSnapshot> fresh, Set<String> modules) {
            snapshots.addAll(fresh);
        }

        @Override
        public GenerationLog generations() {
            return GenerationLog.inMemory();
        }

        @Override
        public Records records(String module, int version) {
            return records;
        }

        @Override
        public Views views(String module) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void changed(ModuleHealth health) {}
    }
}
