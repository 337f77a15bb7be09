package org.citykit.runtime.unload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is said of plugins that leave something behind, each in a JVM of its own kind. */
@Tag("child-jvms")
final class LeakTests {
    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.net",
            "java.base/java.security",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/javax.net.ssl",
            "java.sql/java.sql");

    @TempDir
    static Path work;

    private static Map<String, Told> open;
    private static Map<String, Told> shut;

    /** What the watch said at one depth. */
    private record Told(String state, List<String> kinds, String pins, String notes) {
        static Told of(String line) {
            String[] parts = line.split("\\|", -1);
            return new Told(parts[2], List.of(parts[3].split(",")), parts[4], parts[5]);
        }
    }

    @BeforeAll
    static void run() throws Exception {
        List<String> switches = new ArrayList<>();
        OPENED.forEach(name -> switches.addAll(List.of("--add-opens", name + "=ALL-UNNAMED")));
        open = run("open", switches, CheckDepth.PROBES);
        shut = run("shut", List.of(), CheckDepth.PROBES, CheckDepth.HEAP_PATH);
    }

    @TestFactory
    Stream<DynamicTest> whoeverBehavesIsCollected() {
        return Specimens.innocents().stream()
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> {
                    Told told = told(shut, one.name(), CheckDepth.PROBES);
                    assertEquals("COLLECTED", told.state(), told::toString);
                }));
    }

    @TestFactory
    Stream<DynamicTest> aProbeNamesThePin() {
        return Specimens.leaks().stream()
                .filter(leak -> leak.probed() != PinKind.HEAP_PATH)
                .map(leak -> DynamicTest.dynamicTest(leak.specimen().name(), () -> {
                    Told told = told(open, leak.specimen().name(), CheckDepth.PROBES);
                    assertEquals("PINNED", told.state(), told::toString);
                    assertTrue(told.kinds().contains(leak.probed().name()), told::toString);
                }));
    }

    @TestFactory
    Stream<DynamicTest> theHeapShowsThePinWhereverTheJvmIsShut() {
        return Specimens.leaks().stream()
                .map(leak -> DynamicTest.dynamicTest(leak.specimen().name(), () -> {
                    Told told = told(shut, leak.specimen().name(), CheckDepth.HEAP_PATH);
                    assertEquals("PINNED", told.state(), told::toString);
                    assertEquals(leak.heap().name(), told.kinds().get(0), told::toString);
                }));
    }

    @Test
    void whereTheJvmIsShutTheSwitchThatOpensItIsTold() {
        Told told = told(shut, "LeaksShutdownHook", CheckDepth.PROBES);

        assertEquals("PENDING", told.state(), told::toString);
        assertTrue(told.notes().contains("--add-opens java.base/java.lang=ALL-UNNAMED"), told::toString);
    }

    private static Told told(Map<String, Told> all, String name, CheckDepth depth) {
        return java.util.Objects.requireNonNull(all.get(name + "|" + depth), name);
    }

    private static Map<String, Told> run(String name, List<String> switches, CheckDepth... depths) throws Exception {
        Path out = work.resolve(name + ".txt");
        Path log = work.resolve(name + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-Xshare:auto"));
        command.addAll(switches);
        command.addAll(List.of("-cp", hostPath(), LeakRun.class.getName()));
        command.addAll(List.of(Files.createDirectory(work.resolve(name)).toString(), out.toString()));
        Stream.of(depths).map(CheckDepth::name).forEach(command::add);
        Process child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertEquals(0, child.waitFor(), () -> read(log));
        Map<String, Told> told = new LinkedHashMap<>();
        Files.readAllLines(out).forEach(line -> {
            String[] parts = line.split("\\|", -1);
            told.put(parts[0] + "|" + parts[1], Told.of(line));
        });
        return told;
    }

    private static String hostPath() {
        return Stream.of("java.class.path", "jdk.module.path")
                .map(name -> System.getProperty(name, ""))
                .filter(path -> !path.isEmpty())
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
