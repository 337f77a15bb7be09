package org.citykit.runtime.unload;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.citykit.runtime.unload.heap.HeapPath;
import org.citykit.runtime.unload.heap.HeapPaths;
import org.citykit.runtime.unload.heap.Marker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a dump of the heap what holds the loaders that are still there. The dump never outlives the look. */
final class HeapLook {
    /** The largest heap that is written. */
    static final long LARGEST = 2L << 30;

    private static final Marker MARKER = new Marker(Watched.class.getName(), "mark", "weakly");
    private static final Logger LOG = LoggerFactory.getLogger(HeapLook.class);
    private static final String LEFT_OVER = "citykit-heap-*";

    private final Path folder;
    private final long largest;

    /**
     * @param folder where the dump is written
     * @param largest the largest heap that is written, in octets
     */
    HeapLook(Path folder, long largest) {
        this.folder = folder;
        this.largest = largest;
    }

    /** Looks; afterwards those that the dump shows to be held are pinned, by proof. */
    void at(Collection<Watched> left) {
        Optional<String> refused = refusal();
        if (refused.isPresent()) {
            left.forEach(one -> one.noted(refused.get()));
            return;
        }
        Map<Long, Watched> byMark = new LinkedHashMap<>();
        left.forEach(one -> byMark.put(one.mark(), one));
        try {
            Map<Long, Optional<HeapPath>> paths = paths(byMark.keySet());
            byMark.forEach((mark, one) -> {
                Optional<HeapPath> path = paths.getOrDefault(mark, Optional.empty());
                path.ifPresentOrElse(
                        it -> one.proven(pin(it)),
                        () -> one.noted("The heap shows nothing that holds it strongly; the JVM lets it go when it"
                                + " needs the memory."));
            });
        } catch (IOException failed) {
            left.forEach(one -> one.noted("The heap could not be looked at: " + failed + "."));
        }
    }

    private Map<Long, Optional<HeapPath>> paths(Collection<Long> marks) throws IOException {
        Path inside = Files.createTempDirectory(Files.createDirectories(folder), "citykit-heap-");
        Path dump = inside.resolve("live.hprof");
        try {
            HotSpot.dump(dump);
            try (FileChannel file =
                    FileChannel.open(dump, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE)) {
                return HeapPaths.of(file, MARKER, marks);
            }
        } finally {
            Files.deleteIfExists(dump);
            Files.deleteIfExists(inside);
        }
    }

    private Optional<String> refusal() {
        if (ModuleLayer.boot().findModule("jdk.management").isEmpty()) {
            return Optional.of("The heap cannot be looked at, because the JVM runs without the module jdk.management."
                    + " Start it with --add-modules jdk.management.");
        }
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        if (used > largest) {
            return Optional.of("The heap was not looked at: it holds " + megabytes(used) + " MB, and at most "
                    + megabytes(largest) + " MB are written to disk.");
        }
        try {
            long free = Files.getFileStore(Files.createDirectories(folder)).getUsableSpace();
            return free > 2 * used
                    ? Optional.empty()
                    : Optional.of("The heap was not looked at: " + folder + " has " + megabytes(free)
                            + " MB left, and twice the " + megabytes(used) + " MB of the heap are asked for.");
        } catch (IOException unknown) {
            return Optional.of("The heap was not looked at: " + folder + " cannot be written to: " + unknown + ".");
        }
    }

    /** Deletes what a JVM left behind that was killed while it looked. The folder must be nobody else's. */
    void deleteLeftOvers() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var inside = Files.newDirectoryStream(folder, LEFT_OVER)) {
            for (Path old : inside) {
                Files.deleteIfExists(old.resolve("live.hprof"));
                Files.deleteIfExists(old);
            }
        } catch (DirectoryIteratorException | IOException e) {
            LOG.warn(
                    "Dumps of the heap are left in {} and take up room. Delete them by hand: {}", folder, e.toString());
        }
    }

    private static long megabytes(long octets) {
        return octets >> 20;
    }

    private static Pin pin(HeapPath path) {
        return new Pin(PinKinds.of(path.types(), path.words()), path.words());
    }

    /** Apart, because {@code jdk.management} may not be there. */
    private static final class HotSpot {
        /** Writes the live objects; the JVM collects garbage fully for it, whatever its switches say. */
        static void dump(Path file) throws IOException {
            HotSpotDiagnosticMXBean bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            if (bean == null) {
                throw new IOException("This JVM writes no dumps of its heap");
            }
            bean.dumpHeap(file.toAbsolutePath().toString(), true);
        }
    }
}
