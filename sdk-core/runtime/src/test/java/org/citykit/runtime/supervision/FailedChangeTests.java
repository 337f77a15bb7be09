package org.citykit.runtime.supervision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citykit.api.ApiError;
import org.citykit.api.CityKitException;
import org.citykit.api.Records;
import org.citykit.api.Revision;
import org.citykit.runtime.ChangeRefusedException;
import org.citykit.runtime.Generation;
import org.citykit.runtime.GenerationLog;
import org.citykit.runtime.ModuleHealth;
import org.citykit.runtime.ModuleSnapshot;
import org.citykit.runtime.PortalSettings;
import org.citykit.runtime.composition.CompositionReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of a portal whose store fails at the worst moment, in ways that nobody foresaw. */
final class FailedChangeTests {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    static Path shared;

    private static Path jar;

    @TempDir
    Path home;

    private final FailingPorts ports = new FailingPorts();
    private final List<PluginRuntime> opened = new ArrayList<>();

    @BeforeAll
    static void compile() throws Exception {
        jar = MoodyPlugin.jar(shared);
    }

    @BeforeEach
    void install() throws Exception {
        Files.copy(jar, Files.createDirectory(home.resolve("plugins")).resolve("moody.jar"));
    }

    @AfterEach
    void close() {
        opened.forEach(PluginRuntime::close);
    }

    @Test
    void aStoreThatThrowsAnythingLeavesDataAndRecordsAsTheyWere() throws Exception {
        ports.records.put("form", new byte[] {1}, Revision.NONE);
        PluginRuntime runtime = open("a: GOOD");
        ModuleSnapshot before = ports.kept.get("a");
        write("a: WRITES_RECORD", "b: GOOD");
        ports.onAdopt = () -> {
            throw new IllegalStateException("on purpose");
        };

        ChangeRefusedException refused =
                assertThrows(ChangeRefusedException.class, () -> runtime.apply(runtime.plan(), ApplyOptions.STANDARD));

        assertTrue(refused.getMessage().contains("on purpose"), refused.getMessage());
        assertArrayEquals(
                new byte[] {1}, ports.records.find("form").orElseThrow().value());
        assertEquals(before, ports.kept.get("a"));
        assertEquals(List.of("a"), modules(runtime));
        assertEquals(1, runtime.generations().size());
    }

    @Test
    void anErrorOfTheStoreLeavesRecordsAsTheyWereToo() throws Exception {
        PluginRuntime runtime = open("a: GOOD");
        write("a: WRITES_RECORD");
        ports.onAdopt = () -> {
            throw new StackOverflowError("on purpose");
        };

        assertThrows(StackOverflowError.class, () -> runtime.apply(runtime.plan(), ApplyOptions.STANDARD));

        assertEquals(Optional.empty(), ports.records.find("form"));
        assertEquals(ModuleHealth.State.LIVE, runtime.health().get(0).state());
    }

    @Test
    void aGenerationThatCannotBeNotedRunsAllTheSame() throws Exception {
        PluginRuntime runtime = open("a: GOOD");
        write("a: GOOD", "b: GOOD");
        ports.onNote = () -> {
            throw new IllegalStateException("on purpose");
        };

        Applied applied = runtime.apply(runtime.plan(), ApplyOptions.STANDARD);

        assertEquals(List.of("a", "b"), modules(runtime));
        assertTrue(applied.leftovers().get(0).message().contains("on purpose"), applied::toString);
    }

    @Test
    void dataThatCannotBeKeptAfterTheSwapDoesNotHoldTheNewModulesBack() throws Exception {
        PluginRuntime runtime = open("a: GOOD");
        write("a: CHANGES", "b: GOOD");
        ports.forgets = true;
        ports.onKeep = () -> {
            throw new CityKitException(ApiError.LIMIT_EXCEEDED, "on purpose");
        };

        Applied applied = runtime.apply(runtime.plan(), ApplyOptions.STANDARD);
        ports.onKeep = () -> {};

        assertEquals(List.of("a", "b"), modules(runtime));
        assertEquals(2, applied.leftovers().size(), applied::toString);
        runtime.refresh("a");
        assertTrue(runtime.awaitSettled(LONG));
        assertEquals("e2", ports.kept.get("a").items().get(1).id());
    }

    @Test
    void aRuntimeThatIsClosedInTheMidstOfAChangeClosesTheNewModulesToo() throws Exception {
        System.clearProperty("moody.closed");
        PluginRuntime runtime = open("a: GOOD");
        write("a: GOOD", "b: TELLS_CLOSE");
        ports.onAdopt = runtime::close;

        runtime.apply(runtime.plan(), ApplyOptions.STANDARD);

        assertEquals("yes", System.clearProperty("moody.closed"));
    }

    @Test
    void aPortalThatCannotNoteItsFirstGenerationStartsItsModules() throws Exception {
        ports.onNote = () -> {
            throw new CityKitException(ApiError.LIMIT_EXCEEDED, "the disk is full");
        };

        PluginRuntime runtime = open("a: GOOD");

        assertEquals(ModuleHealth.State.LIVE, runtime.health().get(0).state());
        assertEquals(List.of(), runtime.generations());
    }

    private PluginRuntime open(String... modules) throws Exception {
        write(modules);
        RuntimeOptions options = RuntimeOptions.standard();
        CompositionReader reader = CompositionReader.of(options.environment());
        Path yaml = home.resolve("portal.yaml");
        Start start = Start.choose(reader.read(yaml), Optional.of(yaml), List.of(), reader);
        PluginRuntime runtime = PluginRuntime.open(start, ports, options, Duration.ZERO);
        opened.add(runtime);
        assertTrue(runtime.awaitSettled(LONG));
        return runtime;
    }

    private void write(String... modules) throws Exception {
        StringBuilder out = new StringBuilder("""
                portal: {id: demo, name: {en: Demo}, languages: [en], zone: UTC}
                plugins: plugins
                data: data
                modules:
                """);
        for (String module : modules) {
            String mood = module.substring(3).toLowerCase(Locale.ROOT).replace('_', '-');
            out.append("- {id: ").append(module.charAt(0)).append(", use: moody, settings: {mood: ");
            out.append(mood).append("}}\n");
        }
        Files.writeString(home.resolve("portal.yaml"), out);
    }

    private static List<String> modules(PluginRuntime runtime) {
        return runtime.health().stream().map(ModuleHealth::module).toList();
    }

    /** Does something else before it does what it should. */
    private static final class FailingPorts extends MemoryPorts {
        private final MapRecords records = new MapRecords();
        private volatile Runnable onAdopt = () -> {};
        private volatile Runnable onKeep = () -> {};
        private volatile Runnable onNote = () -> {};
        private volatile boolean forgets;

        @Override
        public void adopt(PortalSettings portal, List<ModuleSnapshot> fresh, Set<String> modules) {
            onAdopt.run();
            if (!forgets) {
                super.adopt(portal, fresh, modules);
            }
        }

        @Override
        public void keep(ModuleSnapshot snapshot) {
            onKeep.run();
            super.keep(snapshot);
        }

        @Override
        public GenerationLog generations() {
            return new GenerationLog() {
                @Override
                public List<Generation> all() {
                    return generations.all();
                }

                @Override
                public void add(Generation next, int keep) {
                    onNote.run();
                    generations.add(next, keep);
                }
            };
        }

        @Override
        public Records records(String module, int version) {
            return records;
        }
    }

    private static final class MapRecords implements Records {
        private final Map<String, Stored> stored = new LinkedHashMap<>();
        private int count;

        @Override
        public synchronized Optional<Stored> find(String key) {
            return Optional.ofNullable(stored.get(key));
        }

        @Override
        public synchronized Revision put(String key, byte[] value, Revision expected) {
            Revision next = new Revision("r" + ++count);
            stored.put(key, new Stored(key, next, value));
            return next;
        }

        @Override
        public synchronized void delete(String key, Revision expected) {
            stored.remove(key);
        }

        @Override
        public synchronized List<String> keys(String prefix) {
            return List.copyOf(stored.keySet());
        }
    }
}
