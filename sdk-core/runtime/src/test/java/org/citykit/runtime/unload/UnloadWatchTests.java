package org.citykit.runtime.unload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnloadWatchTests {
    private static final Instant NOW = Instant.parse("2026-05-01T09:00:00Z");

    @TempDir
    Path work;

    private UnloadWatch watch;

    @BeforeEach
    void begin() {
        watch = UnloadWatch.using(Clock.fixed(NOW, ZoneOffset.UTC), work.resolve("heap"));
    }

    @Test
    void aPluginThatIsStillHeldIsPendingBeforeAnybodyAsks() {
        ClassLoader held = new ClassLoader(null) {};
        watch.released("acme.held", "1.0.0", "ab", held);

        assertEquals(
                List.of(new Unloading("acme.held", "1.0.0", "ab", NOW, Unloading.State.PENDING, List.of(), List.of())),
                watch.report());
        assertSame(null, held.getParent());
    }

    @Test
    void aDumpThatAKilledJvmLeftIsDeleted() throws Exception {
        Path left = Files.createDirectories(work.resolve("heap/citykit-heap-42"));
        Files.writeString(left.resolve("live.hprof"), "half a heap");
        Path other = Files.createDirectories(work.resolve("heap/others"));

        begin();

        assertFalse(Files.exists(left));
        assertTrue(Files.exists(other));
    }

    @Test
    void aPluginThatBehavesWellIsCollected() throws Exception {
        Specimen.named("WellBehaved").liveAndGo(work, watch);

        Unloading end = watch.check(CheckDepth.PROBES).get(0);

        assertEquals(Unloading.State.COLLECTED, end.state(), end::toString);
        assertEquals("acme.wellbehaved", end.plugin());
        assertEquals("1.2.0", end.version());
        assertEquals(NOW, end.releasedAt());
        assertEquals(List.of(), end.pins());
    }

    @Test
    void twoHundredPluginsThatComeAndGoLeaveNothing() throws Exception {
        Specimen specimen = Specimen.named("ComesAndGoes");
        for (int i = 0; i < 20; i++) {
            specimen.liveAndGo(work, watch);
        }
        watch.check(CheckDepth.PROBES);
        long metaspace = metaspace();
        long files = openFiles();

        for (int i = 0; i < 200; i++) {
            specimen.liveAndGo(work, watch);
        }
        List<Unloading> end = watch.check(CheckDepth.PROBES);

        assertEquals(
                List.of(),
                end.stream()
                        .filter(one -> one.state() != Unloading.State.COLLECTED)
                        .toList());
        assertTrue(metaspace() - metaspace < 2_000_000, () -> metaspace + " octets became " + metaspace());
        assertTrue(openFiles() - files < 5, () -> files + " open files became " + openFiles());
    }

    @Test
    void onlyTheLastOfThoseThatAreGoneAreRemembered() {
        for (int i = 0; i < 1_000; i++) {
            watch.released("acme.many", "1." + i + ".0", "ab", new ClassLoader(null) {});
        }
        watch.check(CheckDepth.PROBES);
        watch.released("acme.last", "1.0.0", "ab", getClass().getClassLoader());

        List<Unloading> report = watch.report();

        assertEquals(201, report.size());
        assertEquals("1.999.0", report.get(199).version());
        assertEquals("acme.last", report.get(200).plugin());
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }

    /** 0 where the machine does not tell. */
    private static int openFiles() {
        String[] files = new File("/proc/self/fd").list();
        return files == null ? 0 : files.length;
    }
}
