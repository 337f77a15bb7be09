package org.citykit.host.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.citykit.runtime.unload.Unloading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdleCheckTests {
    private final AtomicLong reads = new AtomicLong();
    private final AtomicInteger checks = new AtomicInteger();
    private List<Unloading> known = List.of();
    private List<Unloading> found = List.of();
    private final IdleCheck idle = new IdleCheck(reads::get, () -> known, () -> {
        checks.incrementAndGet();
        known = found;
        return found;
    });

    @AfterEach
    void close() {
        idle.close();
    }

    @Test
    void whileSomebodyReadsNothingIsChecked() {
        known = List.of(one(Unloading.State.PENDING));

        for (int i = 0; i < 5; i++) {
            reads.incrementAndGet();
            idle.look();
        }

        assertEquals(0, checks.get());
    }

    @Test
    void aReplacedPluginIsLookedAtOnceNobodyReads() {
        known = List.of(one(Unloading.State.PENDING));
        found = List.of(one(Unloading.State.COLLECTED));
        idle.look();

        idle.look();
        idle.look();

        assertEquals(1, checks.get());
    }

    @Test
    void withoutAReplacedPluginNothingIsChecked() {
        known = List.of(one(Unloading.State.COLLECTED));
        idle.look();

        idle.look();

        assertEquals(0, checks.get());
    }

    @Test
    void whatStaysUnclearIsLookedAtThreeTimesAndANewOneAgain() {
        known = List.of(one(Unloading.State.PENDING));
        found = known;
        for (int i = 0; i < 10; i++) {
            idle.look();
        }
        int first = checks.get();
        known = List.of(known.get(0), at(Instant.EPOCH.plusSeconds(1), Unloading.State.PENDING));

        idle.look();

        assertEquals(List.of(3, 4), List.of(first, checks.get()));
    }

    @Test
    void aCheckThatFailsIsTriedAgain() {
        known = List.of(one(Unloading.State.PENDING));
        AtomicInteger tries = new AtomicInteger();
        try (IdleCheck failing = new IdleCheck(reads::get, () -> known, () -> {
            tries.incrementAndGet();
            throw new IllegalStateException("no memory for it");
        })) {
            failing.look();
            failing.look();
            failing.look();
        }

        assertEquals(2, tries.get());
    }

    private static Unloading one(Unloading.State state) {
        return at(Instant.EPOCH, state);
    }

    private static Unloading at(Instant released, Unloading.State state) {
        return new Unloading("org.example.visits", "1.0.0", "3f", released, state, List.of(), List.of());
    }
}
