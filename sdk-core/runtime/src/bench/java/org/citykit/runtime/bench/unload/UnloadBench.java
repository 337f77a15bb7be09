package org.citykit.runtime.bench.unload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.citykit.api.Provider;
import org.citykit.bench.Bench;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;
import org.citykit.runtime.bench.ChildJvm;
import org.citykit.runtime.plugin.Fixture;
import org.citykit.runtime.supervision.PluginRuntime;
import org.objectweb.asm.ClassReader;
import org.slf4j.Logger;
import org.yaml.snakeyaml.Yaml;

/** One plugin is loaded, opened, fetched, closed and let go 2,000 times in a small JVM. */
public final class UnloadBench implements Bench {
    private static final int CYCLES = 2_000;
    private static final double FLAT = 1.25;

    /** The one there is. */
    public UnloadBench() {}

    @Override
    public String id() {
        return "unload-2000";
    }

    @Override
    public String about() {
        return "a plugin of six classes is linked, opened, fetched, closed and let go " + CYCLES + " times in a JVM with"
                + " -Xmx256m -XX:MaxMetaspaceSize=96m, where nobody asks for a collection of garbage before the end;"
                + " ours is the end, theirs the start.";
    }

    @Override
    public Measured run() throws Exception {
        Path work = Files.createTempDirectory("citykit-bench");
        try {
            Path plugin = plugin(work);
            Map<String, Double> found = ChildJvm.of(
                            UnloadCycles.class,
                            PluginRuntime.class,
                            Provider.class,
                            Logger.class,
                            ClassReader.class,
                            Yaml.class)
                    .with("-Xmx256m", "-XX:MaxMetaspaceSize=96m")
                    .run(plugin.toString(), work.resolve("var").toString(), Integer.toString(CYCLES));
            return new Measured(results(found), table(found));
        } finally {
            delete(work);
        }
    }

    private List<Result> results(Map<String, Double> found) {
        return List.of(
                compared("metaspace", "MB of metaspace", found),
                compared("heap", "MB of heap", found),
                Result.of(id(), "files", found.get("files-end"), found.get("files-start"), "open files", 1),
                Result.of(id(), "loaders", found.get("loaders-end"), CYCLES, "loaders left", 0));
    }

    private Result compared(String name, String unit, Map<String, Double> found) {
        return Result.of(id(), name, found.get(name + "-end"), found.get(name + "-start"), unit, FLAT);
    }

    private static String table(Map<String, Double> found) {
        return String.format(
                Locale.ROOT,
                """
                | | start | peak | end |
                | --- | ---: | ---: | ---: |
                | metaspace, MB | %.1f | %.1f | %.1f |
                | heap, MB | %.1f | %.1f | %.1f |
                | loaders in memory | 0 | %.0f | %.0f |
                | open files | %.0f | %.0f | %.0f |

                %.2f ms a cycle.
                """,
                found.get("metaspace-start"),
                found.get("metaspace-peak"),
                found.get("metaspace-end"),
                found.get("heap-start"),
                found.get("heap-peak"),
                found.get("heap-end"),
                found.get("loaders-peak"),
                found.get("loaders-end"),
                found.get("files-start"),
                found.get("files-peak"),
                found.get("files-end"),
                found.get("ms") / CYCLES);
    }

    private static Path plugin(Path work) throws IOException {
        Fixture fixture = Fixture.named(work, "acme.agenda")
                .source("""
                        module acme.agenda {
                            requires org.citykit.api;
                            provides org.citykit.api.events.EventCalendar with acme.agenda.Agenda;
                        }
                        """)
                .source("""
                        package acme.agenda;

                        import java.time.LocalDate;
                        import org.citykit.api.*;
                        import org.citykit.api.events.*;

                        @Provider(id = "agenda", settings = Settings.class)
                        public final class Agenda implements EventCalendar<Settings> {
                            @Override public Source<CalendarEvent> open(Settings settings, PluginContext context) {
                                return new Days(new Titles(settings));
                            }
                        }
                        """)
                .source("package acme.agenda; public record Settings() {}")
                .source("""
                        package acme.agenda;
                        final class Titles {
                            private final Settings settings;
                            Titles(Settings settings) { this.settings = settings; }
                            String of(int day) { return new Place(settings).name() + day; }
                        }
                        """)
                .source("""
                        package acme.agenda;
                        record Place(Settings settings) { String name() { return "square-"; } }
                        """)
                .source("""
                        package acme.agenda;

                        import java.time.LocalDate;
                        import org.citykit.api.*;
                        import org.citykit.api.events.*;

                        final class Days implements Source<CalendarEvent> {
                            private final Titles titles;
                            Days(Titles titles) { this.titles = titles; }
                            @Override public Outcome fetch(Cursor since, Sink<? super CalendarEvent> sink) {
                                for (int day = 1; day <= 7; day++) {
                                    sink.accept(CalendarEvent.of(titles.of(day)).on(LocalDate.of(2026, 5, day)));
                                }
                                return Outcome.snapshot(Cursor.of(Last.DAY));
                            }
                        }
                        """)
                .source("package acme.agenda; final class Last { static final String DAY = String.valueOf(7); }");
        return fixture.zip(work.resolve("plugins/agenda.zip"));
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
