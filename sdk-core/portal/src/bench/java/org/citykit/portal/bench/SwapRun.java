package org.citykit.portal.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.citykit.portal.Portal;
import org.citykit.runtime.bench.Stopwatch;
import org.citykit.runtime.supervision.Applied;

/** Opens a portal and swaps one of its plugins in every other span of time, while two threads read all the time. */
final class SwapRun implements Stopwatch.Work {
    private static final int READERS = 2;
    private static final int SPANS = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration SPAN = Duration.ofSeconds(5);

    private final Path home;
    private final int others;
    private final ConcurrentHashMap<String, Integer> sizes = new ConcurrentHashMap<>();
    private final Latencies quiet = new Latencies();
    private final Latencies swapping = new Latencies();
    private final List<Double> swaps = new ArrayList<>();
    private final Set<Integer> editions = new TreeSet<>();
    private long failed;
    private long torn;
    private int edition = 1;

    private SwapRun(Path home, int others) {
        this.home = home;
        this.others = others;
    }

    public static void main(String[] arguments) throws Exception {
        SwapRun run = new SwapRun(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Stopwatch.measure(run);
        run.tell();
    }

    @Override
    public int run() throws Exception {
        try (Portal portal =
                Portal.builder().file(home.resolve("portal.yaml")).firstData(Duration.ofMinutes(2)).open()) {
            read(portal, new Latencies(), WARM_UP, true);
            swaps.clear();
            for (int i = 0; i < SPANS; i++) {
                read(portal, quiet, SPAN, false);
                read(portal, swapping, SPAN, true);
            }
        }
        return swaps.size();
    }

    private void read(Portal portal, Latencies into, Duration span, boolean swap) throws Exception {
        List<Reader> readers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            Reader reader = new Reader(portal, others, sizes);
            readers.add(reader);
            threads.add(new Thread(reader));
        }
        threads.forEach(Thread::start);
        long end = System.nanoTime() + span.toNanos();
        while (swap && System.nanoTime() < end) {
            swap(portal);
        }
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        readers.forEach(Reader::stop);
        for (Thread thread : threads) {
            thread.join();
        }
        for (Reader reader : readers) {
            into.addAll(reader.latencies());
            failed += reader.failed();
            torn += reader.torn();
            editions.addAll(reader.editions());
        }
    }

    private void swap(Portal portal) throws Exception {
        edition = 3 - edition;
        Path fresh = Files.copy(home.resolve("swapped-" + edition + ".jar"), home.resolve("fresh"));
        Files.move(fresh, home.resolve("plugins/swapped.jar"), StandardCopyOption.ATOMIC_MOVE);
        long begin = System.nanoTime();
        Applied applied = portal.apply(portal.plan());
        if (!applied.leftovers().isEmpty()) {
            throw new IllegalStateException(applied.leftovers().toString());
        }
        swaps.add((System.nanoTime() - begin) / 1e6);
    }

    private void tell() {
        Stopwatch.print(System.out, "failed", Math.toIntExact(failed));
        Stopwatch.print(System.out, "torn", Math.toIntExact(torn));
        Stopwatch.print(System.out, "editions", editions.size());
        Stopwatch.print(
                System.out, "swap", swaps.stream().sorted().toList().get(swaps.size() / 2));
        for (double percent : new double[] {50, 99, 99.9}) {
            Stopwatch.print(System.out, "quiet" + percent, quiet.percentile(percent));
            Stopwatch.print(System.out, "swapping" + percent, swapping.percentile(percent));
        }
        Stopwatch.print(System.out, "reads", Math.toIntExact(quiet.count() + swapping.count()));
    }
}
