package org.citykit.portal.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM that a test starts, waits for, and never leaves behind. */
final class ChildJvm {
    private static final long LONGEST = 120;

    private ChildJvm() {}

    /** Runs it to its end, which must be a good one. */
    static void run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "child", ".log");
        List<String> command = new ArrayList<>(arguments);
        command.add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Process child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            boolean ended = child.waitFor(LONGEST, TimeUnit.SECONDS);
            assertEquals("0", ended ? Integer.toString(child.exitValue()) : "too late", () -> read(log));
        } finally {
            child.destroyForcibly();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
