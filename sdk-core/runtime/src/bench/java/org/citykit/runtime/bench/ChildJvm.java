package org.citykit.runtime.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts a fresh JVM of the kind that runs the benchmarks, with default flags, and reads what {@link Stopwatch} prints
 * there. Immutable.
 *
 * @param main the class to start
 * @param options of the JVM
 * @param classPath and nothing else
 */
public record ChildJvm(Class<?> main, List<String> options, List<Path> classPath) {
    public ChildJvm {
        options = List.copyOf(options);
        classPath = List.copyOf(classPath);
    }

    /** A JVM that sees the benchmarks and what some classes stand in. */
    public static ChildJvm of(Class<?> main, Class<?>... seen) {
        List<Path> classPath = Stream.concat(Stream.of(main), Stream.of(seen))
                .map(ChildJvm::homeOf)
                .distinct()
                .toList();
        return new ChildJvm(main, List.of("-Xmx512m"), classPath);
    }

    /** The same with more options. */
    public ChildJvm with(String... more) {
        return new ChildJvm(main, concat(options, List.of(more)), classPath);
    }

    /** The same with a longer class path. */
    public ChildJvm seeing(List<Path> more) {
        return new ChildJvm(main, options, concat(classPath, more));
    }

    /** The jar or folder that a class comes from. */
    public static Path homeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs it to its end.
     *
     * @return the figures by their names, {@code wall} in ms from the start of the process to the end of its work
     *     among them
     */
    public Map<String, Double> run(String... arguments) throws IOException, InterruptedException {
        Path file = Files.createTempFile("citykit-bench", ".args");
        Path errors = Files.createTempFile("citykit-bench", ".err");
        try {
            Files.write(file, command(arguments), StandardCharsets.UTF_8);
            long begin = System.nanoTime();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + file)
                    .redirectError(errors.toFile())
                    .start();
            Map<String, Double> figures = read(process, begin);
            if (process.waitFor() != 0 || !figures.containsKey("wall")) {
                throw new IllegalStateException(main.getName() + " failed:\n" + Files.readString(errors));
            }
            return figures;
        } finally {
            Files.delete(file);
            Files.delete(errors);
        }
    }

    private static Map<String, Double> read(Process process, long begin) throws IOException {
        Map<String, Double> figures = new HashMap<>();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] parts = line.split("=", 2);
                if (line.equals(Stopwatch.DONE)) {
                    figures.put("wall", (System.nanoTime() - begin) / 1e6);
                } else if (parts.length == 2 && parts[0].startsWith(Stopwatch.FIGURE)) {
                    figures.put(parts[0].substring(Stopwatch.FIGURE.length()), Double.valueOf(parts[1]));
                }
            }
        }
        return figures;
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        options.forEach(option -> command.add(quoted(option)));
        command.add("-cp");
        command.add(quoted(pathOf(classPath)));
        command.add(main.getName());
        Stream.of(arguments).forEach(argument -> command.add(quoted(argument)));
        return command;
    }

    /** Joined as the JVM wants paths. */
    public static String pathOf(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static <T> List<T> concat(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
