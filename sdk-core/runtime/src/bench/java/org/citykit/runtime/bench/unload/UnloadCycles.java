package org.citykit.runtime.bench.unload;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.citykit.api.Cursor;
import org.citykit.api.Defect;
import org.citykit.api.Item;
import org.citykit.api.Sink;
import org.citykit.api.Source;
import org.citykit.runtime.Domain;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.bench.Stopwatch;
import org.citykit.runtime.guard.Deadlines;
import org.citykit.runtime.guard.Guard;
import org.citykit.runtime.guard.Guarded;
import org.citykit.runtime.guard.VendorCalls;
import org.citykit.runtime.link.LinkedPlugin;
import org.citykit.runtime.link.Linker;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.PluginFolder;
import org.citykit.runtime.plugin.PluginStage;
import org.citykit.runtime.plugin.ProviderFacts;
import org.citykit.runtime.unload.CheckDepth;
import org.citykit.runtime.unload.UnloadWatch;
import org.citykit.runtime.unload.Unloading;

/** The JVM in which one plugin comes and goes. */
final class UnloadCycles implements Stopwatch.Work {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int WARM_UP = 20;
    private static final int SAMPLE = 25;
    private static final int ITEMS = 7;
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    private final PluginFacts facts;
    private final int cycles;
    private final Deadlines deadlines = new Deadlines();
    private final UnloadWatch watch = UnloadWatch.using(Clock.systemUTC());
    private final Map<String, Double> figures = new TreeMap<>();

    private UnloadCycles(PluginFacts facts, int cycles) {
        this.facts = facts;
        this.cycles = cycles;
    }

    public static void main(String[] arguments) throws Exception {
        PluginFacts facts = PluginFolder.read(Path.of(arguments[0]), PluginStage.in(Path.of(arguments[1])));
        UnloadCycles work = new UnloadCycles(facts, Integer.parseInt(arguments[2]));
        for (int i = 0; i < WARM_UP; i++) {
            work.cycle();
        }
        work.watch.check(CheckDepth.PROBES);
        work.sample("start");
        Stopwatch.measure(work);
        work.watch.check(CheckDepth.PROBES);
        work.sample("end");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        work.figures.forEach((name, value) -> Stopwatch.print(out, name, value));
    }

    @Override
    public int run() throws Exception {
        for (int i = 0; i < cycles; i++) {
            cycle();
            if (i % SAMPLE == 0) {
                sample("peak");
            }
        }
        return cycles;
    }

    private void cycle() throws Exception {
        LinkedPlugin plugin = new Linker().links(List.of(facts), Map.of()).plugin(facts.id());
        try (Guard guard = new Guard("agenda", deadlines)) {
            Guarded<Integer> end = guard.call("use", plugin.loader(), LONG, RuntimeError.OPEN_FAILED, () -> use(plugin))
                    .get(1, TimeUnit.MINUTES);
            if (!(end instanceof Guarded.Done<Integer> done) || done.value() != ITEMS) {
                throw new IllegalStateException("The plugin was not used: " + end);
            }
        }
        plugin.close();
        watch.released(facts.id(), facts.version(), facts.sha256(), plugin.loader());
    }

    @SuppressWarnings("unchecked") // the fixture is a calendar
    private static int use(LinkedPlugin plugin) throws Exception {
        ProviderFacts provider = plugin.facts().providers().get(0);
        Record settings =
                plugin.settingsClass(provider).getDeclaredConstructor().newInstance();
        Object made = VendorCalls.instantiate(plugin.providerClass(provider));
        Source<Item> source = (Source<Item>) VendorCalls.open(Domain.EVENTS, made, settings, null);
        Counting sink = new Counting();
        VendorCalls.fetch(source, Cursor.start(), sink);
        VendorCalls.close(source);
        return sink.count;
    }

    private void sample(String when) throws IOException {
        note("metaspace-" + when, metaspace());
        Runtime jvm = Runtime.getRuntime();
        note("heap-" + when, (jvm.totalMemory() - jvm.freeMemory()) / 1024.0 / 1024.0);
        note("loaders-" + when, (double) watch.report().stream()
                .filter(one -> one.state() != Unloading.State.COLLECTED)
                .count());
        if (Files.exists(OPEN_FILES)) {
            try (Stream<Path> files = Files.list(OPEN_FILES)) {
                note("files-" + when, (double) files.count() - 1);
            }
        }
    }

    private void note(String name, double value) {
        figures.merge(name, value, Math::max);
    }

    private static double metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum()
                / 1024.0
                / 1024.0;
    }

    /** Counts and keeps nothing. */
    private static final class Counting implements Sink<Item> {
        private int count;

        @Override
        public void accept(Item item) {
            count++;
        }

        @Override
        public void remove(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void reject(Defect defect) {
            throw new UnsupportedOperationException();
        }
    }
}
