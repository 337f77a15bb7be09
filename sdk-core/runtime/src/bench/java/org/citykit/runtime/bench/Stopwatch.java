package org.citykit.runtime.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Measures one piece of work in a JVM of its own, and prints the figures for {@link ChildJvm}. */
public final class Stopwatch {
    static final String DONE = "bench:done";
    static final String FIGURE = "bench:";

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    private Stopwatch() {}

    /** What is measured; a class of its own, because a lambda would be measured too. */
    public interface Work {
        /** Does it, and tells how much it was, so that nobody gets away with less. */
        int run() throws Exception;
    }

    /** Does the work once. What it holds is still held when memory and files are counted. */
    public static void measure(Work work) throws Exception {
        long begin = System.nanoTime();
        int amount = work.run();
        long end = System.nanoTime();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(DONE);
        print(out, "ms", (end - begin) / 1e6);
        print(out, "amount", amount);
        printProcess(out);
        if (work.hashCode() == 0) {
            out.println();
        }
    }

    /** Prints one figure more. */
    public static void print(PrintStream out, String name, double value) {
        out.println(FIGURE + name + "=" + value);
    }

    private static void printProcess(PrintStream out) throws IOException {
        print(
                out,
                "cpu",
                ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(it -> it.toNanos() / 1e6)
                        .orElse(Double.NaN));
        if (Files.exists(STATUS)) {
            try (Stream<Path> files = Files.list(OPEN_FILES)) {
                // The listing itself is one.
                print(out, "files", Math.toIntExact(files.count() - 1));
            }
            try (Stream<String> lines = Files.lines(STATUS)) {
                String peak = lines.filter(it -> it.startsWith("VmHWM:")).findFirst().orElseThrow();
                print(out, "rss", Double.parseDouble(peak.replaceAll("[^0-9]", "")) / 1024);
            }
        }
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getName().equals("Metaspace")) {
                print(out, "metaspace", pool.getUsage().getUsed() / 1024.0 / 1024.0);
            }
        }
    }
}
