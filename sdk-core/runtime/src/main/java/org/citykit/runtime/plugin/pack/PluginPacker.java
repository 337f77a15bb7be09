package org.citykit.runtime.plugin.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.citykit.runtime.plugin.PluginFacts;
import org.citykit.runtime.plugin.PluginFolder;
import org.citykit.runtime.plugin.PluginStage;
import org.citykit.runtime.plugin.SteadyZip;

/**
 * Packs a plugin's module and its private libraries into one plugin file: the module's jar at the root, the libraries
 * in {@code lib/}. The same jars make the same bytes everywhere.
 */
public final class PluginPacker {
    private PluginPacker() {}

    /**
     * Packs a plugin and reads it once, as a portal would; only a file that can be read takes the target's place.
     *
     * @param moduleJar the plugin's own module
     * @param libraries its private libraries, without the API, SLF4J and JSpecify; their order does not matter
     * @param target the zip, whose name ends in {@code .zip}; replaced if it is there
     * @return what a portal will find in the file
     * @throws org.citykit.api.CityKitException when a portal would refuse the file, with everything that is wrong; the
     *     target is left as it was
     * @throws IOException when a jar cannot be read or the target cannot be written
     */
    public static PackedPlugin pack(Path moduleJar, List<Path> libraries, Path target) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        Files.createDirectories(absolute.getParent());
        Path work = Files.createTempDirectory(absolute.getParent(), ".pack-");
        try {
            Path zip = work.resolve(nameOf(absolute));
            write(moduleJar, libraries, zip);
            PluginFacts facts = PluginFolder.read(zip, PluginStage.in(work.resolve("stage")));
            Files.move(zip, absolute, StandardCopyOption.REPLACE_EXISTING);
            return PackedPlugin.of(facts, absolute);
        } finally {
            deleteAll(work);
        }
    }

    private static void write(Path moduleJar, List<Path> libraries, Path zip) throws IOException {
        List<Path> sorted = libraries.stream()
                .sorted(Comparator.comparing(PluginPacker::nameOf))
                .toList();
        try (SteadyZip out = SteadyZip.create(zip)) {
            out.add(nameOf(moduleJar), moduleJar);
            for (Path library : sorted) {
                out.add("lib/" + nameOf(library), library);
            }
        }
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static void deleteAll(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
