package org.citykit.runtime.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citykit.bench.Bench;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;

/** From the disk to an instance of every provider of many plugins, in a JVM that has just started. */
public final class LoadBench implements Bench {
    private static final int ROUNDS = 7;
    private static final Pattern LOADED = Pattern.compile(".*\\bvendor\\.p[0-9]+\\.[A-Z].*");
    private static final String LEAST = "ms, least of " + ROUNDS;
    private static final String MEDIAN = "ms, median of " + ROUNDS;
    private static final String CPU = "ms CPU with the JVM's start, median";
    private static final Map<Contender, Double> GOALS = Map.of(Contender.PF4J, 0.6, Contender.FLAT, 0.75);
    private static final int WITH_GOAL = 1_000;
    private static final int FEW = 10;

    private final int count;
    private final Path libraries;
    private final Map<Contender, Rounds> rounds = new EnumMap<>(Contender.class);
    private final StringBuilder details = new StringBuilder();
    private double filesOfFew;

    /**
     * A benchmark of so many plugins.
     *
     * @param libraries the folder with the versions of the library that each tenth carries
     */
    public LoadBench(int count, Path libraries) {
        this.count = count;
        this.libraries = libraries;
    }

    @Override
    public String id() {
        return "load-" + count;
    }

    @Override
    public String about() {
        String about = "from the disk to an instance of every provider of " + count + " plugins, in the process, without"
                + " the start of the JVM";
        if (count != WITH_GOAL) {
            return about + "; as `load-" + WITH_GOAL + "`.";
        }
        return about + ". Each plugin has six classes, five of which an instance loads, and a descriptor; each tenth"
                + " carries commons-lang3 in one of four versions and uses it. A fresh JVM with default flags and 512 MB"
                + " for each round, all contenders in turn, files in the page cache. Ours links from the images that its"
                + " installation made, on two threads, and makes the providers as the peers do, without the guard; `felix`"
                + " restarts from its cache of bundles; `pf4j` and `felix` have their library's classes in the plugin's"
                + " own jar; `flat` is one class path with ServiceLoader, no isolation and one version of the library;"
                + " `layers` makes a layer for each with the JDK's finder and loader. Not equal: a bundle has one class"
                + " more, its activator, and what we and Felix prepare at installation is told apart.";
    }

    @Override
    public Measured run() throws Exception {
        Path work = Files.createTempDirectory("citykit-bench");
        try {
            Specimens specimens = Specimens.of(count, libraries);
            for (Contender one : Contender.values()) {
                prepare(one, specimens, work);
            }
            for (int i = 0; i < ROUNDS; i++) {
                for (Contender one : Contender.values()) {
                    rounds.get(one).add(checked(one.open(folder(work, one))));
                }
            }
            filesOfFew = filesOfFew(work);
            return new Measured(results(), table() + details);
        } finally {
            delete(work);
        }
    }

    /** Packs, installs, and looks once whether everybody really loads what the others load. */
    private void prepare(Contender one, Specimens specimens, Path work) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(folder(work, one));
        one.packAll(specimens, folder);
        Map<String, Double> install = one.install(folder);
        if (!install.isEmpty()) {
            checked(install);
            details.append(String.format(
                    Locale.ROOT,
                    "%n`%s` installs them once before: %.0f ms, %.2f ms a plugin, %.0f ms CPU.",
                    one.label(),
                    install.get("ms"),
                    install.get("ms") / count,
                    install.get("cpu")));
        }
        Path log = work.resolve(one.label() + ".log");
        checked(one.open(folder, "-Xlog:class+load:file=" + log));
        try (Stream<String> lines = Files.lines(log)) {
            long loaded = lines.filter(it -> LOADED.matcher(it).matches()).count();
            int expected = count * (one == Contender.FELIX ? 6 : 5);
            if (loaded != expected) {
                throw new IllegalStateException(one.label() + " loads " + loaded + " classes, not " + expected);
            }
        }
        rounds.put(one, new Rounds());
    }

    private double filesOfFew(Path work) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(work.resolve("few"));
        Contender.CITYKIT.packAll(Specimens.of(FEW, libraries), folder);
        Contender.CITYKIT.install(folder);
        return Contender.CITYKIT.open(folder).get("files");
    }

    private Map<String, Double> checked(Map<String, Double> figures) {
        if (figures.get("amount") != count) {
            throw new IllegalStateException("opened " + figures.get("amount") + " of " + count);
        }
        return figures;
    }

    private List<Result> results() {
        List<Result> results = new ArrayList<>();
        Rounds ours = rounds.get(Contender.CITYKIT);
        for (Contender peer : Contender.values()) {
            Rounds theirs = rounds.get(peer);
            if (peer == Contender.CITYKIT) {
                continue;
            }
            if (count == WITH_GOAL && GOALS.containsKey(peer)) {
                double goal = GOALS.get(peer);
                results.add(Result.of(id(), peer.label(), ours.least("ms"), theirs.least("ms"), LEAST, goal));
                results.add(Result.of(id(), peer.label(), ours.median("ms"), theirs.median("ms"), MEDIAN, goal));
            } else {
                results.add(Result.told(id(), peer.label(), ours.least("ms"), theirs.least("ms"), LEAST));
                results.add(Result.told(id(), peer.label(), ours.median("ms"), theirs.median("ms"), MEDIAN));
            }
            results.add(Result.told(id(), peer.label(), ours.median("cpu"), theirs.median("cpu"), CPU));
        }
        results.add(Result.of(id(), "load-" + FEW, ours.median("files"), filesOfFew, "open files", 1));
        return results;
    }

    private String table() {
        StringBuilder out = new StringBuilder("""
                | | ms in the process, least | median | ms with the JVM's start | ms CPU | peak RSS, MB | metaspace, MB | open files |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        rounds.forEach((one, it) -> out.append(String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %.0f | %.0f | %.1f | %.0f |%n",
                one.label(),
                it.least("ms"),
                it.median("ms"),
                it.least("wall"),
                it.median("cpu"),
                it.median("rss"),
                it.median("metaspace"),
                it.median("files"))));
        return out.toString();
    }

    private static Path folder(Path work, Contender one) {
        return work.resolve(one.label());
    }

    static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
