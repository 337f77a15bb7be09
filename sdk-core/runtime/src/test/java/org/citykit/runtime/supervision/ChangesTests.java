package org.citykit.runtime.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.citykit.api.Limits;
import org.citykit.runtime.ChangeRefusedException;
import org.citykit.runtime.CompositionException;
import org.citykit.runtime.Generation;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.ModuleHealth.State;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.composition.CompositionReader;
import org.citykit.runtime.plan.Plan;
import org.citykit.runtime.plan.PluginChange;
import org.citykit.runtime.telemetry.RuntimeEvent;
import org.citykit.runtime.unload.CheckDepth;
import org.citykit.runtime.unload.Unloading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTests {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Limits LIMITS =
            new Limits(100, 1_000_000, 10, Duration.ofMillis(1_500), Duration.ofMillis(400), Duration.ofMillis(400));

    @TempDir
    static Path shared;

    private static Path first;
    private static Path second;

    @TempDir
    Path home;

    private final MemoryPorts ports = new MemoryPorts();
    private final List<PluginRuntime> opened = new ArrayList<>();
    private final List<RuntimeEvent> events = new ArrayList<>();

    @BeforeAll
    static void compile() throws Exception {
        first = MoodyPlugin.jar(shared);
        second = MoodyPlugin.jar(shared, "2.0.0");
    }

    @BeforeEach
    void install() throws Exception {
        Files.createDirectory(home.resolve("plugins"));
        Files.copy(first, home.resolve("plugins/moody.jar"));
    }

    @AfterEach
    void close() {
        opened.forEach(PluginRuntime::close);
    }

    @Test
    void aModuleThatDoesNotProveItselfLeavesEverythingAsItWas() throws Exception {
        PluginRuntime runtime = open("a: GOOD");
        Object before = ports.kept.get("a");
        write("a: THROWS_ERROR");

        ChangeRefusedException refused =
                assertThrows(ChangeRefusedException.class, () -> runtime.apply(runtime.plan(), ApplyOptions.STANDARD));

        assertEquals("a", refused.problems().get(0).module());
        assertEquals(State.LIVE, health(runtime, "a").state());
        assertEquals(before, ports.kept.get("a"));
        assertEquals(1, runtime.generations().size());
        runtime.refresh("a");
        assertTrue(runtime.awaitSettled(LONG));
        assertEquals(State.LIVE, health(runtime, "a").state());
    }

    @Test
    void aGenerationKeepsTheFilesThatItDoesNotUseToo() throws Exception {
        Files.copy(second, home.resolve("plugins/newer.jar"));

        PluginRuntime runtime = open("a: GOOD");

        assertTrue(
                health(runtime, "a").plugin().endsWith(" 2.0.0"),
                health(runtime, "a").plugin());
        assertEquals(
                List.of("1.0.0", "2.0.0"),
                runtime.generations().get(0).plugins().stream()
                        .map(Generation.PinnedPlugin::version)
                        .toList());
        assertEquals(RuntimeError.PLUGIN_DUPLICATE, runtime.problems().get(0).code());
    }

    @Test
    void aModuleThatHangsOnOpenIsRefusedWithinTheTimeOfItsProof() throws Exception {
        PluginRuntime runtime = open("a: GOOD");
        write("a: GOOD", "b: HANGS_ON_OPEN");

        ChangeRefusedException refused =
                assertThrows(ChangeRefusedException.class, () -> runtime.apply(runtime.plan(), ApplyOptions.STANDARD));

        assertEquals("b", refused.problems().get(0).module());
        assertEquals(List.of("a"), modules(runtime));
        assertEquals(Set.of("a"), ports.kept.keySet());
    }

    @Test
    void aProviderThatNobodyHasIsRefusedBeforeAnythingIsOpened() throws Exception {
        PluginRuntime runtime = open("a: GOOD");
        Files.writeString(yaml(), Files.readString(yaml()).replace("use: moody", "use: cheerful"));

        ChangeRefusedException refused =
                assertThrows(ChangeRefusedException.class, () -> runtime.apply(runtime.plan(), ApplyOptions.STANDARD));

        assertTrue(refused.getMessage().contains("cheerful"), refused.getMessage());
        assertEquals(State.LIVE, health(runtime, "a").state());
    }

    @Test
    void aPlanThatStartsFromAnotherGenerationIsRefused() throws Exception {
        PluginRuntime runtime = open("a: GOOD");
        write("a: GOOD", "b: GOOD");
        Plan early = runtime.plan();
        runtime.apply(runtime.plan(), ApplyOptions.STANDARD);

        ChangeRefusedException refused =
                assertThrows(ChangeRefusedException.class, () -> runtime.apply(early, ApplyOptions.STANDARD));

        assertEquals(RuntimeError.PLAN_OUTDATED, refused.code());
    }

    @Test
    void aChangeEndsWhenTheRuntimeIsClosed() throws Exception {
        PluginRuntime runtime = open("a: GOOD");
        write("a: GOOD", "b: HANGS_ON_OPEN");
        Plan plan = runtime.plan();
        CompletableFuture<Applied> change = CompletableFuture.supplyAsync(
                () -> runtime.apply(plan, ApplyOptions.STANDARD), task -> new Thread(task).start());

        runtime.close();

        Exception ended = assertThrows(Exception.class, () -> change.get(60, TimeUnit.SECONDS));
        assertInstanceOf(ChangeRefusedException.class, ended.getCause());
    }

    @Test
    void afterABrokenFileThePortalStartsWithTheLastGeneration() throws Exception {
        open("a: GOOD").close();
        Files.writeString(yaml(), Files.readString(yaml()) + "\nmodules: [");

        PluginRuntime runtime = reopen();

        assertEquals(State.LIVE, health(runtime, "a").state());
        assertFalse(runtime.problems().isEmpty());
        assertThrows(CompositionException.class, runtime::plan);
    }

    @Test
    void aFetchThatFailsMayGoOnWithWhatIsStoredWhereThatIsAccepted() throws Exception {
        PluginRuntime runtime = open("a: GOOD");
        write("a: THROWS_ERROR");

        runtime.apply(runtime.plan(), ApplyOptions.STANDARD.acceptingStored());

        assertEquals(State.STALE, health(runtime, "a").state());
        assertEquals(1, health(runtime, "a").items());
    }

    @Test
    void anOldModuleThatDoesNotCloseIsLeftBehindAndTold() throws Exception {
        PluginRuntime runtime = open("a: HANGS_ON_CLOSE");
        write("a: GOOD");

        Applied applied = runtime.apply(runtime.plan(), ApplyOptions.STANDARD);

        assertEquals(2, applied.generation().number());
        assertEquals(State.LIVE, health(runtime, "a").state());
    }

    @Test
    void aModuleThatDidNotChangeIsNotFetchedAnew() throws Exception {
        PluginRuntime runtime = open("a: CHANGES");
        write("a: CHANGES", "b: GOOD");

        runtime.apply(runtime.plan(), ApplyOptions.STANDARD);

        assertEquals(List.of("a", "b"), modules(runtime));
        assertEquals(1, health(runtime, "a").items());
        runtime.refresh("a");
        assertTrue(runtime.awaitSettled(LONG));
        assertEquals(2, health(runtime, "a").items());
    }

    @Test
    void aRemovedModuleIsNotShownAndComesBackWithARollback() throws Exception {
        PluginRuntime runtime = open("a: GOOD", "b: GOOD");
        write("b: GOOD");

        runtime.apply(runtime.plan(), ApplyOptions.STANDARD);
        assertEquals(List.of("b"), modules(runtime));
        assertEquals(Set.of("b"), ports.shown);
        runtime.apply(runtime.planRollback(1), ApplyOptions.ROLLBACK);

        assertEquals(List.of("a", "b"), modules(runtime));
        assertEquals(Set.of("a", "b"), ports.shown);
        assertEquals(
                List.of(Generation.Cause.START, Generation.Cause.CHANGE, Generation.Cause.ROLLBACK),
                runtime.generations().stream().map(Generation::cause).toList());
    }

    @Test
    void aRollbackFindsThePluginFileThatWasReplacedAndSurvivesARestart() throws Exception {
        PluginRuntime runtime = open("a: GOOD");
        Files.copy(second, Files.createDirectory(home.resolve("new")).resolve("moody.jar"));
        Files.move(
                home.resolve("new/moody.jar"), home.resolve("plugins/moody.jar"), StandardCopyOption.REPLACE_EXISTING);
        runtime.apply(runtime.plan(), ApplyOptions.STANDARD);
        assertEquals("org.example.moody 2.0.0", health(runtime, "a").plugin());

        runtime.apply(runtime.planRollback(1), ApplyOptions.ROLLBACK);
        assertEquals("org.example.moody 1.0.0", health(runtime, "a").plugin());
        runtime.close();

        assertEquals("org.example.moody 1.0.0", health(reopen(), "a").plugin());
    }

    @Test
    void filesThatChangeAfterARollbackAreTakenUpByARestart() throws Exception {
        PluginRuntime runtime = open("a: GOOD");
        write("a: GOOD", "b: GOOD");
        runtime.apply(runtime.plan(), ApplyOptions.STANDARD);
        runtime.apply(runtime.planRollback(1), ApplyOptions.ROLLBACK);
        runtime.close();
        write("a: GOOD", "b: GOOD", "c: GOOD");

        PluginRuntime again = reopen();

        assertEquals(List.of("a", "b", "c"), modules(again));
        assertEquals(4, again.generations().get(3).number());
    }

    @Test
    void aRestartLinksNoPluginWhoseDataIsNotDue() throws Exception {
        open("a: GOOD", "b: GOOD").close();
        assertTrue(events.stream().anyMatch(RuntimeEvent.PluginLinked.class::isInstance));
        events.clear();

        PluginRuntime again = reopen();

        assertEquals(State.LIVE, health(again, "a").state());
        assertEquals(1, health(again, "b").items());
        assertTrue(events.stream().noneMatch(RuntimeEvent.PluginLinked.class::isInstance), events::toString);
        again.refresh("a");
        await(RuntimeEvent.PluginLinked.class);
    }

    @Test
    void aReplacedPluginLeavesMemory() throws Exception {
        PluginRuntime runtime = open("a: GOOD");
        Files.write(home.resolve("plugins/moody.jar"), Files.readAllBytes(second));

        runtime.apply(runtime.plan(), ApplyOptions.STANDARD);

        assertEquals(1, runtime.unloads().size());
        Unloading unloading = runtime.checkUnloads(CheckDepth.HEAP_PATH).get(0);
        assertEquals("1.0.0", unloading.version());
        assertEquals(Unloading.State.COLLECTED, unloading.state(), unloading::toString);
        await(RuntimeEvent.PluginCollected.class);
    }

    @Test
    void aPluginWhoseFileIsDeletedGoesWithItsModuleAndIsToldAsLetGo() throws Exception {
        PluginRuntime runtime = open("a: GOOD");
        Files.delete(home.resolve("plugins/moody.jar"));
        write();

        Plan plan = runtime.plan();
        runtime.apply(plan, ApplyOptions.STANDARD);

        assertEquals(
                PluginChange.Action.REMOVED,
                plan.plugin("org.example.moody").orElseThrow().action());
        assertEquals(List.of(), modules(runtime));
        await(RuntimeEvent.PluginReleased.class);
    }

    @Test
    void aPluginFileThatNoModuleUsesCanBeDeletedWhileThePortalRuns() throws Exception {
        PluginRuntime runtime = open();
        Files.delete(home.resolve("plugins/moody.jar"));

        Plan plan = runtime.plan();
        runtime.apply(plan, ApplyOptions.STANDARD);

        assertEquals(
                PluginChange.Action.REMOVED,
                plan.plugin("org.example.moody").orElseThrow().action());
        assertEquals(List.of(), runtime.plan().plugins());
    }

    @Test
    void aPluginThatIsStillInUseStaysWhenItsFileIsDeleted() throws Exception {
        PluginRuntime runtime = open("a: GOOD");
        Files.delete(home.resolve("plugins/moody.jar"));

        Plan plan = runtime.plan();

        assertFalse(plan.isApplicable());
        assertThrows(ChangeRefusedException.class, () -> runtime.apply(plan, ApplyOptions.STANDARD));
        assertEquals(State.LIVE, health(runtime, "a").state());
        runtime.refresh("a");
        assertTrue(runtime.awaitSettled(LONG));
        assertEquals(State.LIVE, health(runtime, "a").state());
    }

    @Test
    void whateverFailsIsToldToTheListenerWithItsModule() throws Exception {
        PluginRuntime runtime = open("a: THROWS_ERROR", "b: GOOD");

        await(event -> event instanceof RuntimeEvent.ModuleStateChanged changed
                && changed.module().equals("a")
                && changed.after() == State.FAILED
                && changed.reason().orElseThrow().message().contains("on purpose"));
        assertEquals(State.FAILED, health(runtime, "a").state());
        assertEquals(State.LIVE, health(runtime, "b").state());
    }

    @Test
    void watchedFilesAreTakenUpByThemselvesAndBrokenOnesAreNot() throws Exception {
        PluginRuntime runtime = open("changes: {watch: true, settle: PT0.1S}", "a: GOOD");
        write("changes: {watch: true, settle: PT0.1S}", "a: THROWS_ERROR");
        await(RuntimeEvent.FilesChanged.class);
        await(RuntimeEvent.GenerationRefused.class);

        write("changes: {watch: true, settle: PT0.1S}", "a: GOOD", "b: GOOD");
        await(RuntimeEvent.GenerationApplied.class);

        assertEquals(List.of("a", "b"), modules(runtime));
        assertEquals(Generation.Cause.WATCH, runtime.generations().get(1).cause());
    }

    private PluginRuntime open(String... lines) throws Exception {
        write(lines);
        return reopen();
    }

    private PluginRuntime reopen() throws Exception {
        RuntimeOptions options = RuntimeOptions.standard()
                .withLimits(LIMITS)
                .withRandom(() -> 0.5)
                .withListener(event -> {
                    synchronized (events) {
                        events.add(event);
                        events.notifyAll();
                    }
                });
        CompositionReader reader = CompositionReader.of(options.environment());
        Start start = Start.choose(reader.read(yaml()), Optional.of(yaml()), ports.generations.all(), reader);
        PluginRuntime runtime = PluginRuntime.open(start, ports, options, Duration.ZERO);
        opened.add(runtime);
        assertTrue(runtime.awaitSettled(LONG));
        return runtime;
    }

    private void await(Class<? extends RuntimeEvent> wanted) throws InterruptedException {
        await(wanted::isInstance);
    }

    private void await(Predicate<RuntimeEvent> wanted) throws InterruptedException {
        long end = System.nanoTime() + LONG.toNanos();
        synchronized (events) {
            while (events.stream().noneMatch(wanted)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                assertTrue(left > 0, () -> "What was awaited did not come: " + events);
                events.wait(left);
            }
        }
    }

    private Path yaml() {
        return home.resolve("portal.yaml");
    }

    private void write(String... lines) throws IOException {
        StringBuilder out = new StringBuilder("""
                portal: {id: demo, name: {en: Demo}, languages: [en], zone: UTC}
                plugins: plugins
                data: data
                """);
        List<String> modules = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("changes")) {
                out.append(line).append('\n');
            } else {
                modules.add("- {id: " + line.substring(0, line.indexOf(':')) + ", use: moody, settings: {mood: "
                        + line.substring(line.indexOf(':') + 2)
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-') + "}}");
            }
        }
        if (!modules.isEmpty()) {
            out.append("modules:\n").append(String.join("\n", modules)).append('\n');
        }
        Path begun = home.resolve("portal.new");
        Files.writeString(begun, out);
        Files.move(begun, yaml(), StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<String> modules(PluginRuntime runtime) {
        return runtime.health().stream().map(ModuleHealth::module).toList();
    }

    private static ModuleHealth health(PluginRuntime runtime, String module) {
        return runtime.health().stream()
                .filter(health -> health.module().equals(module))
                .findFirst()
                .orElseThrow();
    }
}
