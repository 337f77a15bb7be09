package org.citykit.runtime.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.citykit.runtime.plugin.SteadyZip;

/**
 * The jars of one plugin file that a portal would take: copies in a folder of the check's own. Immutable.
 *
 * @param own the jar of the plugin's own module
 * @param libraries its private libraries
 */
record PluginJars(Path own, List<Path> libraries) {
    private static final String LIBRARIES = "lib/";

    PluginJars {
        libraries = List.copyOf(libraries);
    }

    /** Copies the jars of a plugin file, a zip or a folder with a compiled module, whose names were checked before. */
    static PluginJars of(Path file, Path work) throws IOException {
        Path home = Files.createTempDirectory(work, "jars-");
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            return new PluginJars(packed(file, home.resolve("classes.jar")), besides(file));
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".jar")) {
            return new PluginJars(Files.copy(file, home.resolve(name)), List.of());
        }
        return unzipped(file, home);
    }

    /** The plugin's own jar, then its libraries. */
    List<Path> all() {
        List<Path> all = new ArrayList<>(List.of(own));
        all.addAll(libraries);
        return all;
    }

    private static PluginJars unzipped(Path file, Path home) throws IOException {
        List<Path> roots = new ArrayList<>();
        List<Path> libraries = new ArrayList<>();
        Files.createDirectories(home.resolve(LIBRARIES));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                String path = entry.getName();
                boolean library = path.startsWith(LIBRARIES);
                if (path.endsWith(".jar") && (library || path.indexOf('/') < 0)) {
                    Path target = home.resolve(path);
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, target);
                    }
                    (library ? libraries : roots).add(target);
                }
            }
        }
        libraries.sort(null);
        return new PluginJars(roots.get(0), libraries);
    }

    private static Path packed(Path classes, Path jar) throws IOException {
        try (SteadyZip out = SteadyZip.create(jar);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.add(classes.relativize(file).toString().replace('\\', '/'), file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return jar;
    }

    private static List<Path> besides(Path classes) throws IOException {
        Path folder = classes.toAbsolutePath().normalize().resolveSibling("lib");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
