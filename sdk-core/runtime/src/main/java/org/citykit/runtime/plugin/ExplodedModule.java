package org.citykit.runtime.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A module as the compiler leaves it, for development: a folder with {@code module-info.class}, and its libraries as
 * jars in a folder {@code lib} beside it. It is packed before it is used, so that the compiler may write on.
 */
final class ExplodedModule {
    private static final String MAIN = "classes.jar";

    private ExplodedModule() {}

    /** Writes it as a plugin zip. */
    static void pack(Path classes, Path target) throws IOException {
        Path jar = target.resolveSibling(MAIN);
        try (SteadyZip out = SteadyZip.create(jar)) {
            for (Map.Entry<String, Path> file : files(classes).entrySet()) {
                out.add(file.getKey(), file.getValue());
            }
        }
        try (SteadyZip out = SteadyZip.create(target)) {
            out.add(MAIN, jar);
            for (Path library : libraries(classes)) {
                out.add("lib/" + PluginFile.nameOf(library), library);
            }
        }
    }

    private static Map<String, Path> files(Path classes) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(classes)) {
            all.filter(Files::isRegularFile)
                    .forEach(file ->
                            files.put(classes.relativize(file).toString().replace('\\', '/'), file));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return files;
    }

    private static List<Path> libraries(Path classes) throws IOException {
        Path folder = classes.toAbsolutePath().normalize().resolveSibling("lib");
        List<Path> jars = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                all.filter(file -> PluginFile.isJar(PluginFile.nameOf(file)))
                        .sorted()
                        .forEach(jars::add);
            }
        }
        return jars;
    }
}
