package org.citykit.host.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.citykit.bench.Bench;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;
import org.citykit.host.packed.PackedHost;

/** A page from the cache, against a bare Vert.x handler that writes the same bytes. */
final class CachedPageBench implements Bench {
    private static final int WARM_UP = 40_000;
    private static final int REQUESTS = 32_000;
    private static final int ROUNDS = 5;
    private static final double GOAL = 1 / 0.8;

    @Override
    public String id() {
        return "page-cached";
    }

    @Override
    public String about() {
        return "server CPU for one request of the Persian list of relations, 16 kept connections, " + REQUESTS
                + " requests a round, the least of " + ROUNDS + " rounds in turn.";
    }

    @Override
    public Measured run() throws Exception {
        Path folder = Files.createTempDirectory("citykit-bench");
        try (PackedHost ours = PackedHost.start(PackedHost.copyOf("tehran", folder));
                Load load = new Load()) {
            URI page = ours.address().resolve("/fa/twinning");
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofByteArray());
            try (BarePeer bare = BarePeer.answeringAs(answer, folder)) {
                load.send(page, WARM_UP);
                load.send(bare.address(), WARM_UP);
                List<Double> mine = new ArrayList<>();
                List<Double> theirs = new ArrayList<>();
                for (int i = 0; i < ROUNDS; i++) {
                    mine.add(round(load, page, ours::cpu));
                    theirs.add(round(load, bare.address(), bare::cpu));
                }
                return Measured.of(Result.of(id(), "vertx", least(mine), least(theirs), "µs CPU a request", GOAL));
            }
        }
    }

    private static double round(Load load, URI page, Supplier<Duration> cpu) throws Exception {
        Duration before = cpu.get();
        load.send(page, REQUESTS);
        return cpu.get().minus(before).toNanos() / 1_000.0 / REQUESTS;
    }

    private static double least(List<Double> rounds) {
        return rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }
}
