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
import org.citykit.bench.Bench;
import org.citykit.bench.Measured;
import org.citykit.bench.Result;
import org.citykit.host.packed.PackedHost;

/** From the start of the process to the first correct page, for the first time and after a restart. */
final class FirstPageBench implements Bench {
    private static final int ROUNDS = 3;
    private static final double GOAL_MS = 1_500;

    @Override
    public String id() {
        return "start-first-page";
    }

    @Override
    public String about() {
        return "from the start of the JVM to the end of the first Persian list of relations of the Tehran sample, the"
                + " median of " + ROUNDS + " starts: `goal-restart` serves stored data, `goal-first` fetches everything"
                + " first (theirs is the goal of 1,500 ms); `vertx` is a bare Vert.x server with the same bytes against"
                + " the restart.";
    }

    @Override
    public Measured run() throws Exception {
        Path folder = Files.createTempDirectory("citykit-bench");
        List<Double> first = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            Path yaml = PackedHost.copyOf("tehran", Files.createDirectory(folder.resolve("round-" + i)));
            first.add(start(yaml));
            again.add(start(yaml));
            bare.add(startBare(yaml, folder));
        }
        double restart = median(again);
        return Measured.of(
                Result.of(id(), "goal-restart", restart, GOAL_MS, "ms", 1),
                Result.of(id(), "goal-first", median(first), GOAL_MS, "ms", 1),
                Result.of(id(), "vertx", restart, median(bare), "ms", 4));
    }

    private static double start(Path yaml) throws Exception {
        long begin = System.nanoTime();
        try (PackedHost host = PackedHost.start(yaml)) {
            HttpResponse<String> page = host.get("/fa/twinning");
            double millis = Duration.ofNanos(System.nanoTime() - begin).toNanos() / 1e6;
            if (page.statusCode() != 200 || !page.body().contains("سئول")) {
                throw new IllegalStateException("The first page is not correct: " + page.statusCode());
            }
            host.stop();
            return millis;
        }
    }

    private static double startBare(Path yaml, Path folder) throws Exception {
        HttpResponse<byte[]> answer;
        try (PackedHost host = PackedHost.start(yaml)) {
            answer = get(host.address().resolve("/fa/twinning"));
        }
        long begin = System.nanoTime();
        try (BarePeer peer = BarePeer.answeringAs(answer, folder)) {
            get(peer.address());
            return Duration.ofNanos(System.nanoTime() - begin).toNanos() / 1e6;
        }
    }

    private static HttpResponse<byte[]> get(URI address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
