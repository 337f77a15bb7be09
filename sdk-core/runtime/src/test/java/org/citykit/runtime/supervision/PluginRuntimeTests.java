package org.citykit.runtime.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.citykit.api.Limits;
import org.citykit.runtime.GenerationLog;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.Problem;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.composition.Composition;
import org.citykit.runtime.composition.CompositionReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginRuntimeTests {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Limits LIMITS =
            new Limits(100, 1_000_000, 10, Duration.ofMillis(1_500), Duration.ofMillis(400), Duration.ofMillis(400));

    @TempDir
    static Path shared;

    private static Path moody;

    @TempDir
    Path home;

    private final MemoryPorts ports = new MemoryPorts();
    private final List<PluginRuntime> opened = new ArrayList<>();

    @BeforeAll
    static void compile() throws Exception {
        moody = MoodyPlugin.jar(shared);
    }

    @BeforeEach
    void install() throws Exception {
        Files.createDirectory(home.resolve("plugins"));
        Files.copy(moody, home.resolve("plugins/moody.jar"));
    }

    @AfterEach
    void close() {
        opened.forEach(PluginRuntime::close);
    }

    @ParameterizedTest
    @CsvSource({
        "hangs-on-open, QUARANTINED, deadline-exceeded",
        "returns-null-from-open, FAILED, contract-broken",
        "hangs, QUARANTINED, deadline-exceeded",
        "busy, QUARANTINED, deadline-exceeded",
        "throws-error, FAILED, plugin-unlinkable",
        "returns-null, FAILED, contract-broken",
        "pushes-null, FAILED, contract-broken",
        "pushes-too-much, FAILED, limit-exceeded",
        "swallows-the-limit, FAILED, limit-exceeded",
        "says-nothing-new, FAILED, contract-broken"
    })
    void aModuleThatMisbehavesSaysSoAndItsNeighbourNeverNotices(String mood, ModuleHealth.State state, String code)
            throws Exception {
        PluginRuntime runtime = open(Map.of("bad", mood, "good", "good"));

        assertTrue(runtime.awaitSettled(LONG));

        ModuleHealth bad = health(runtime, "bad");
        assertEquals(state, bad.state(), bad::toString);
        assertEquals(code, bad.reason().orElseThrow().code().anchor(), bad::toString);
        assertEquals(ModuleHealth.State.LIVE, health(runtime, "good").state());
        assertEquals(1, health(runtime, "good").items());
    }

    @Test
    void aModuleThatFailsLaterServesItsLastGoodData() throws Exception {
        PluginRuntime runtime = open(Map.of("festivals", "good-once"));
        assertTrue(runtime.awaitSettled(LONG));
        assertEquals(ModuleHealth.State.LIVE, health(runtime, "festivals").state());

        runtime.refresh("festivals");
        assertTrue(runtime.awaitSettled(LONG));

        ModuleHealth health = health(runtime, "festivals");
        assertEquals(ModuleHealth.State.STALE, health.state());
        assertEquals(1, health.items());
        assertTrue(health.reason().orElseThrow().message().contains("the feed is gone"), health::toString);
        assertEquals(1, ports.kept.get("festivals").items().size());
    }

    @Test
    void aStuckModuleShowsWhereItHangs() throws Exception {
        PluginRuntime runtime = open(Map.of("stuck", "hangs"));
        assertTrue(runtime.awaitSettled(LONG));

        assertTrue(
                health(runtime, "stuck").stack().stream().anyMatch(line -> line.contains("org.example.moody.Moody")),
                () -> health(runtime, "stuck").stack().toString());
    }

    @Test
    void whoIsClosedWhileItStartsTouchesNothingAfterwards() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        MemoryPorts slow = new MemoryPorts() {
            @Override
            public GenerationLog generations() {
                asked.countDown();
                try {
                    answered.await();
                } catch (InterruptedException hurry) {
                    Thread.currentThread().interrupt();
                }
                order.add("asked");
                return super.generations();
            }
        };
        Composition composition = read("  - { id: a, use: moody, settings: { mood: good } }\n");
        PluginRuntime runtime = PluginRuntime.open(composition, slow, RuntimeOptions.standard());
        opened.add(runtime);
        asked.await();
        Thread closing = new Thread(() -> {
            runtime.close();
            order.add("closed");
        });
        closing.start();
        while (closing.getState() != Thread.State.TIMED_WAITING && closing.isAlive()) {
            Thread.onSpinWait();
        }

        answered.countDown();
        closing.join();

        assertEquals("closed", order.get(order.size() - 1), order::toString);
        assertTrue(order.contains("asked"), order::toString);
    }

    @Test
    void stoppingEndsWithinItsDeadlineWhateverAModuleDoes() throws Exception {
        PluginRuntime runtime = open(Map.of("a", "hangs-on-close", "b", "busy", "c", "good"));
        assertTrue(runtime.awaitSettled(LONG));

        runtime.close();
        runtime.close();

        runtime.refresh("c");
        assertEquals(ModuleHealth.State.LIVE, health(runtime, "c").state());
    }

    @Test
    void changesAreAppliedToWhatIsHeld() throws Exception {
        PluginRuntime runtime = open(Map.of("festivals", "changes"));
        for (int i = 0; i < 2; i++) {
            assertTrue(runtime.awaitSettled(LONG));
            runtime.refresh("festivals");
        }
        assertTrue(runtime.awaitSettled(LONG));

        assertEquals(
                List.of("e2", "e3"),
                ports.kept.get("festivals").items().stream()
                        .map(item -> item.id())
                        .toList());
        assertEquals("c3", ports.kept.get("festivals").cursor().value());
    }

    @Test
    void whatCouldNotBeUsedIsKeptWithItsPlace() throws Exception {
        PluginRuntime runtime = open(Map.of("festivals", "good"));
        assertTrue(runtime.awaitSettled(LONG));

        assertEquals(1, health(runtime, "festivals").defectCount());
        assertEquals(3, health(runtime, "festivals").defects().get(0).line());
    }

    @Test
    void aSinkOfAnEarlierFetchIsDead() throws Exception {
        PluginRuntime runtime = open(Map.of("festivals", "pushes-later"));
        assertTrue(runtime.awaitSettled(LONG));

        runtime.refresh("festivals");
        assertTrue(runtime.awaitSettled(LONG));

        assertEquals(ModuleHealth.State.STALE, health(runtime, "festivals").state());
        assertEquals(1, ports.kept.get("festivals").items().size());
    }

    @Test
    void aModuleThatReadAViewIsFetchedAgainWhenItChanges() throws Exception {
        PluginRuntime runtime = open(Map.of("festivals", "good", "reader", "reads-view"));

        assertTrue(runtime.awaitSettled(LONG));

        assertEquals("seen-1", ports.kept.get("reader").items().get(0).id());
    }

    @Test
    void anUnknownProviderNamesThoseThatThereAre() throws Exception {
        Composition composition = read("""
                  - id: lost
                    use: moodie
                    settings: { mood: good }
                """);
        PluginRuntime runtime = run(composition);
        assertTrue(runtime.awaitSettled(LONG));

        Problem problem = health(runtime, "lost").reason().orElseThrow();
        assertEquals(RuntimeError.PROVIDER_UNKNOWN, problem.code());
        assertTrue(problem.message().contains("moody"), problem::toString);
        assertTrue(problem.line() > 0, problem::toString);
    }

    @Test
    void aWrongSettingIsToldWithItsLineAndTheOthersStart() throws Exception {
        Composition composition = read("""
                  - id: wrong
                    use: moody
                    settings: { mood: sulky }
                  - id: good
                    use: moody
                    settings: { mood: good }
                """);
        PluginRuntime runtime = run(composition);
        assertTrue(runtime.awaitSettled(LONG));

        Problem problem = health(runtime, "wrong").reason().orElseThrow();
        assertEquals(RuntimeError.SETTING_INVALID, problem.code());
        assertEquals("portal.yaml", problem.file());
        assertEquals(11, problem.line(), problem::toString);
        assertEquals(ModuleHealth.State.LIVE, health(runtime, "good").state());
    }

    @Test
    void aBrokenPluginFileCostsOnlyItself() throws Exception {
        Files.writeString(home.resolve("plugins/broken.jar"), "no archive");
        PluginRuntime runtime = open(Map.of("good", "good"));
        assertTrue(runtime.awaitSettled(LONG));

        assertEquals(ModuleHealth.State.LIVE, health(runtime, "good").state());
        assertEquals("broken.jar", runtime.problems().get(0).file());
    }

    @Test
    void storedDataIsHeldBeforeAnyFetchAndItsCursorIsUsedAgain() throws Exception {
        PluginRuntime first = open(Map.of("festivals", "good"));
        assertTrue(first.awaitSettled(LONG));
        first.close();

        PluginRuntime second = open(Map.of("festivals", "good"));
        Optional<ModuleHealth> atOnce = second.health().stream().findFirst();

        assertEquals(1, atOnce.orElseThrow().items());
        assertTrue(second.awaitSettled(LONG));
        assertEquals(ModuleHealth.State.LIVE, health(second, "festivals").state());
    }

    private PluginRuntime open(Map<String, String> moods) throws Exception {
        StringBuilder modules = new StringBuilder();
        moods.forEach((id, mood) -> modules.append("""
                  - id: %s
                    use: moody
                    settings: { mood: %s }
                """.formatted(id, mood)));
        return run(read(modules.toString()));
    }

    private Composition read(String modules) throws Exception {
        Path yaml = Files.writeString(home.resolve("portal.yaml"), """
                portal:
                  id: test
                  name: { en: Test }
                  languages: [en]
                  zone: Asia/Tehran
                plugins: plugins
                data: var
                modules:
                """ + modules);
        CompositionReader.Read read =
                CompositionReader.of(name -> Optional.empty()).read(yaml);
        return read.composition().orElseGet(() -> fail(read.problems().toString()));
    }

    private PluginRuntime run(Composition composition) {
        PluginRuntime runtime = PluginRuntime.open(
                composition,
                ports,
                RuntimeOptions.standard()
                        .withLimits(LIMITS)
                        .withEnvironment(name -> Optional.empty())
                        .withRandom(() -> 0.5));
        opened.add(runtime);
        return runtime;
    }

    private static ModuleHealth health(PluginRuntime runtime, String module) {
        return runtime.health().stream()
                .filter(health -> health.module().equals(module))
                .findFirst()
                .orElseThrow();
    }
}
