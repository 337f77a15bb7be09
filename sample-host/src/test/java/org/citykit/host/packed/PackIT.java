package org.citykit.host.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code citykit pack} of the distribution, with the jars that the Maven recipe packed. */
class PackIT {
    @TempDir
    Path folder;

    @Test
    void aPluginPackedByTheCommandHoldsWhatTheMavenRecipePacks() throws Exception {
        Path recipe = plugin("tables");
        Path lib = Files.createDirectory(folder.resolve("lib"));
        Path module = unpack(recipe, lib);
        Path packed = folder.resolve("out/tables.zip");

        Process process = new ProcessBuilder(
                        PackedHost.distribution().resolve("bin/citykit").toString(),
                        "pack",
                        module.toString(),
                        "--lib",
                        lib.toString(),
                        "--output",
                        packed.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), told);
        assertTrue(told.contains("provides    tables"), told);
        assertEquals(files(recipe), files(packed));
    }

    private static Path plugin(String name) throws Exception {
        try (var files = Files.list(PackedHost.distribution().resolve("plugins"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(name + "-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path unpack(Path zip, Path lib) throws Exception {
        Path module = folder;
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry :
                    file.stream().filter(one -> !one.isDirectory()).toList()) {
                boolean library = entry.getName().startsWith("lib/");
                Path to = library ? lib.resolve(entry.getName().substring(4)) : folder.resolve(entry.getName());
                try (InputStream in = file.getInputStream(entry)) {
                    Files.copy(in, to);
                }
                module = library ? module : to;
            }
        }
        return module;
    }

    private static List<String> files(Path zip) throws Exception {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return file.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(entry -> entry.getName() + " " + entry.getCrc())
                    .sorted()
                    .toList();
        }
    }
}
