package org.citykit.runtime.unload;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches the class loaders of plugins that were let go. It holds nothing of a plugin's; looking costs nothing, and only
 * {@link #check} ever asks for a collection of garbage. Thread-safe.
 */
public final class UnloadWatch {
    private static final int REMEMBERED = 200;

    /** What the JVM itself still holds of a plugin, a task that has just ended or its thread, it gives up by then. */
    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(100), Duration.ofMillis(400));

    private final Clock clock;
    private final FullCollection collection = new FullCollection(new VmFlags());
    private final List<Watched> watched = new ArrayList<>();
    private final Object checking = new Object();
    private final HeapLook heap;

    private UnloadWatch(Clock clock, HeapLook heap) {
        this.clock = clock;
        this.heap = heap;
    }

    /** A watch that has nothing to watch yet, and writes dumps of the heap into the machine's folder for such files. */
    public static UnloadWatch using(Clock clock) {
        Path shared = Path.of(System.getProperty("java.io.tmpdir"));
        return new UnloadWatch(clock, new HeapLook(shared, HeapLook.LARGEST));
    }

    /**
     * A watch that has nothing to watch yet. Dumps that an earlier JVM did not come to delete are deleted.
     *
     * @param folder where a dump of the heap may be written, this watch's own; it needs twice the memory in use
     */
    public static UnloadWatch using(Clock clock, Path folder) {
        HeapLook heap = new HeapLook(folder, HeapLook.LARGEST);
        heap.deleteLeftOvers();
        return new UnloadWatch(clock, heap);
    }

    /**
     * Begins to watch a loader that the runtime has let go. The caller keeps no reference to it either.
     *
     * @param plugin the plugin's id
     * @param version its version
     * @param sha256 the hash of its file
     * @param loader the loader of its classes
     */
    public void released(String plugin, String version, String sha256, ClassLoader loader) {
        Watched next = new Watched(plugin, version, sha256, clock.instant(), loader);
        synchronized (watched) {
            watched.add(next);
            forgetOldest();
        }
    }

    /** What became of each plugin that was let go, in that order, as far as it is known without a collection. */
    public List<Unloading> report() {
        return all().stream().map(Watched::now).toList();
    }

    /**
     * Collects garbage and looks for what holds the plugins that are still there. Where nothing is found that could
     * hold one, it is looked at twice more within half a second. One check at a time; not to be called where somebody
     * waits for a page. An interrupt ends the waiting, and what is known by then is told.
     *
     * @return as {@link #report}
     */
    public List<Unloading> check(CheckDepth depth) {
        synchronized (checking) {
            if (!left().isEmpty()) {
                look();
                lookAgain();
                List<Watched> still = left();
                if (depth == CheckDepth.HEAP_PATH && !still.isEmpty()) {
                    heap.at(still);
                }
            }
        }
        return report();
    }

    private void look() {
        JdkCaches.displace();
        probe(collection.run());
    }

    private void lookAgain() {
        for (Duration pause : PAUSES) {
            if (left().stream().noneMatch(Watched::unexplained)) {
                return;
            }
            LockSupport.parkNanos(this, pause.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            look();
        }
    }

    private void probe(FullCollection.Result result) {
        Map<Watched, ClassLoader> there = new LinkedHashMap<>();
        left().forEach(one -> {
            ClassLoader loader = one.loader();
            if (loader != null) {
                there.put(one, loader);
            }
        });
        if (there.isEmpty()) {
            return;
        }
        Look look = Look.at(List.copyOf(there.values()));
        List<String> notes = new ArrayList<>(result.doubt().map(List::of).orElse(List.of()));
        notes.addAll(look.everywhere());
        there.forEach((one, loader) -> {
            List<Pin> pins = look.suspects().of(loader);
            one.found(new Watched.Findings(result.proven(), pins, notes));
            if (result.proven() && pins.isEmpty()) {
                one.noted(
                        "It outlived full collections, and none of the usual places holds it. Ask for the heap path.");
            }
        });
    }

    private List<Watched> all() {
        synchronized (watched) {
            return List.copyOf(watched);
        }
    }

    private List<Watched> left() {
        return all().stream().filter(one -> !one.collected()).toList();
    }

    /** Of those that are gone only the last ones are told about. */
    private void forgetOldest() {
        List<Watched> gone = watched.size() <= REMEMBERED
                ? List.of()
                : watched.stream().filter(Watched::collected).toList();
        if (gone.size() > REMEMBERED) {
            watched.removeAll(gone.subList(0, gone.size() - REMEMBERED));
        }
    }
}
