package org.citykit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts JVMs on one of the machine's processors alone, where Linux and its {@code taskset} are there. */
final class OneProcessor {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";

    private OneProcessor() {}

    /** A script that starts this JVM's {@code java}; empty where there is no way to do so. */
    static Optional<Path> java() {
        boolean possible = Files.isReadable(STATUS)
                && Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve("taskset")));
        return possible ? Optional.of(script()) : Optional.empty();
    }

    private static Path script() {
        String java = ProcessHandle.current().info().command().orElseThrow();
        try {
            Path script = Files.createTempFile(
                    "java-on-one-processor",
                    ".sh",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            script.toFile().deleteOnExit();
            return Files.writeString(
                    script, "#!/bin/sh\nexec taskset -c " + firstAllowed() + " '" + java + "' \"$@\"\n");
        } catch (IOException unwritable) {
            throw new IllegalStateException("No script could be written.", unwritable);
        }
    }

    private static int firstAllowed() throws IOException {
        try (Stream<String> lines = Files.lines(STATUS)) {
            String list = lines.filter(line -> line.startsWith(ALLOWED)).findFirst().orElse(ALLOWED + "0");
            return Integer.parseInt(
                    list.substring(ALLOWED.length()).strip().split("[,-]", 2)[0]);
        }
    }
}
