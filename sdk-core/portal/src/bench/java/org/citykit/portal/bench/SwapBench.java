package org.citykit.portal.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citykit.bench.Bench;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;
import org.citykit.runtime.bench.ChildJvm;
import org.citykit.runtime.bench.load.PluginFiles;

/** Readers of both engines while one of 100 plugins is swapped again and again, against the same readers in peace. */
final class SwapBench implements Bench {
    private static final int OTHERS = 99;
    private static final int EVENTS_OF_ONE = 7;
    private static final double GOAL = 1.25;

    private final Path libraries;

    SwapBench(Path libraries) {
        this.libraries = libraries;
    }

    @Override
    public String id() {
        return "swap-under-load";
    }

    @Override
    public String about() {
        return "two threads read the events and the relations of a portal of 100 plugins as fast as they can; in every"
                + " other span of five seconds one plugin is replaced through a plan and its application without a pause,"
                + " in the others (`in-peace`) nothing changes. Every read is checked: all items of one edition of the"
                + " plugin, none of the other, and one answer for one revision; one failed or torn read fails the"
                + " benchmark. The readers and the swaps share two processors.";
    }

    @Override
    public Measured run() throws Exception {
        Path home = Files.createTempDirectory("citykit-bench");
        try {
            prepare(home);
            Map<String, Double> run = new ChildJvm(SwapRun.class, List.of("-Xmx1g"), classPath())
                    .run(home.toString(), Integer.toString(OTHERS * EVENTS_OF_ONE));
            if (run.get("failed") + run.get("torn") > 0 || run.get("editions") != 2) {
                throw new IllegalStateException("failed, torn or unswapped reads: " + run);
            }
            return new Measured(
                    List.of(
                            Result.told(id(), "in-peace", run.get("swapping50.0"), run.get("quiet50.0"), "µs, p50"),
                            Result.of(
                                    id(), "in-peace", run.get("swapping99.0"), run.get("quiet99.0"), "µs, p99", GOAL),
                            Result.told(
                                    id(), "in-peace", run.get("swapping99.9"), run.get("quiet99.9"), "µs, p99.9")),
                    String.format(
                            Locale.ROOT,
                            "%.0f swaps, the median took %.0f ms from the plan to the closed old plugin; %.0f reads,"
                                    + " %.0f failed, %.0f torn.",
                            run.get("amount"),
                            run.get("swap"),
                            run.get("reads"),
                            run.get("failed"),
                            run.get("torn")));
        } finally {
            delete(home);
        }
    }

    private void prepare(Path home) throws IOException {
        Path plugins = home.resolve("plugins");
        PluginFiles.write(OTHERS, libraries, plugins);
        for (int edition = 1; edition <= 2; edition++) {
            Files.copy(
                    SwappedPlugin.jar(Files.createDirectories(home.resolve("work")), edition),
                    home.resolve("swapped-" + edition + ".jar"));
        }
        Files.copy(home.resolve("swapped-1.jar"), plugins.resolve("swapped.jar"));
        StringBuilder yaml = new StringBuilder("""
                portal:
                  id: bench
                  name: { en: Bench }
                  languages: [en]
                  zone: UTC
                plugins: plugins/
                data: var/
                modules:
                  - { id: calendar, use: swapped-calendar, refresh: P1D }
                  - { id: registry, use: swapped-registry, refresh: P1D }
                """);
        for (int i = 0; i < OTHERS; i++) {
            yaml.append(String.format(
                    Locale.ROOT,
                    "  - { id: m%04d, use: p%04d, settings: { title: Days of %d, days: %d }, refresh: P1D }%n",
                    i,
                    i,
                    i, // what two calendars tell in the same words is one event
                    EVENTS_OF_ONE));
        }
        Files.writeString(home.resolve("portal.yaml"), yaml);
    }

    /** All of ours, without the logging of the host, which would print every swap. */
    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
                .filter(entry -> !entry.contains("logback"))
                .map(Path::of)
                .toList();
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
