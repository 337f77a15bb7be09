package org.citykit.runtime.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citykit.bench.Bench;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;

/** What a restart reads before it can serve what is stored, against loading everything. */
public final class IndexBench implements Bench {
    private static final int ROUNDS = 7;
    private static final double GOAL = 0.15;
    private static final List<Contender> PEERS =
            List.of(Contender.PF4J, Contender.FELIX, Contender.FLAT, Contender.LAYERS);

    private final int count;
    private final Path libraries;

    /**
     * A benchmark of so many plugins.
     *
     * @param libraries the folder with the versions of the library that each tenth carries
     */
    public IndexBench(int count, Path libraries) {
        this.count = count;
        this.libraries = libraries;
    }

    @Override
    public String id() {
        return "index-" + count;
    }

    @Override
    public String about() {
        return "what our restart reads before it can serve stored data, `portal.yaml` with " + count + " modules and the"
                + " index of their " + count + " plugins, none of which is opened or linked, against the peers' loading"
                + " of `load-" + count + "`; in the process, in turn, the least and the median of " + ROUNDS
                + " rounds.";
    }

    @Override
    public Measured run() throws Exception {
        Path work = Files.createTempDirectory("citykit-bench");
        try {
            Rounds ours = new Rounds();
            Map<Contender, Rounds> theirs = new EnumMap<>(Contender.class);
            prepare(work);
            PEERS.forEach(peer -> theirs.put(peer, new Rounds()));
            Path portal = portal(work.resolve(Contender.CITYKIT.label()));
            for (int i = 0; i <= ROUNDS; i++) {
                Map<String, Double> index =
                        Contender.citykit(IndexReading.class).run(portal.toString());
                if (index.get("amount") != count) {
                    throw new IllegalStateException("found " + index.get("amount") + " of " + count);
                }
                // The first round only warms the page cache.
                if (i > 0) {
                    ours.add(index);
                }
                for (Contender peer : PEERS) {
                    Map<String, Double> load = peer.open(work.resolve(peer.label()));
                    if (i > 0) {
                        theirs.get(peer).add(load);
                    }
                }
            }
            return new Measured(
                    PEERS.stream().flatMap(peer -> results(peer, ours, theirs.get(peer)).stream()).toList(),
                    String.format(
                            Locale.ROOT,
                            "The reading takes %.0f ms CPU with the JVM's start, %.0f MB at its peak, %.0f open files.",
                            ours.median("cpu"),
                            ours.median("rss"),
                            ours.median("files")));
        } finally {
            LoadBench.delete(work);
        }
    }

    private void prepare(Path work) throws IOException, InterruptedException {
        Specimens specimens = Specimens.of(count, libraries);
        for (Contender one : Contender.values()) {
            Path folder = Files.createDirectories(work.resolve(one.label()));
            one.packAll(specimens, folder);
            one.install(folder);
        }
    }

    /** What a webmaster would write: one module for each plugin. */
    private Path portal(Path home) throws IOException {
        StringBuilder out = new StringBuilder("""
                portal:
                  id: bench
                  name: { en: Bench }
                  languages: [en]
                  zone: UTC
                plugins: plugins/
                data: var/
                modules:
                """);
        for (int i = 0; i < count; i++) {
            out.append(String.format(Locale.ROOT, """
                      - id: m%04d
                        use: p%04d
                        settings: { title: Days, days: 7 }
                        refresh: PT1H
                    """, i, i));
        }
        return Files.writeString(home.resolve("portal.yaml"), out);
    }

    private List<Result> results(Contender peer, Rounds ours, Rounds theirs) {
        String least = "ms, least of " + ROUNDS;
        String median = "ms, median of " + ROUNDS;
        if (peer == Contender.FLAT) {
            return List.of(
                    Result.of(id(), peer.label(), ours.least("ms"), theirs.least("ms"), least, GOAL),
                    Result.of(id(), peer.label(), ours.median("ms"), theirs.median("ms"), median, GOAL));
        }
        return List.of(Result.told(id(), peer.label(), ours.least("ms"), theirs.least("ms"), least));
    }
}
