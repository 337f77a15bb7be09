package org.citykit.runtime.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citykit.runtime.RuntimeError;

/**
 * The folder below the portal's data in which every plugin file has a copy of its own, named by its SHA-256. Plugins
 * are read and linked from there, so that replacing a file never harms a running portal. A copy appears whole or not
 * at all, and is compared with its hashes before it is used again. Thread-safe; several processes may share it.
 */
public final class PluginStage {
    private static final String CONTENTS = "contents";
    private static final String BEGUN = ".new-";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final long FILE_LIMIT = ArchiveLimits.DEFAULT.unpackedBytes();

    private final Path folder;

    private PluginStage(Path folder) {
        this.folder = folder;
    }

    /** The stage in a folder, which is made when it is first needed. */
    public static PluginStage in(Path folder) {
        return new PluginStage(folder.toAbsolutePath().normalize());
    }

    /** Deletes the copies whose hashes are not named. Call it only while no other portal shares the stage. */
    public void keepOnly(Set<String> hashes) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (Path copy : list(folder)) {
            String name = PluginFile.nameOf(copy);
            boolean ours = HASH.matcher(name).matches() || name.startsWith(BEGUN);
            if (ours && !hashes.contains(name)) {
                deleteAll(copy);
            }
        }
    }

    /** Copies a plugin file or an exploded module, unless its copy is there already. */
    StagedFile stage(Path source) {
        Findings findings = new Findings(PluginFile.nameOf(source));
        try {
            Files.createDirectories(folder);
            return staged(source, findings);
        } catch (IOException e) {
            throw findings.refuse(
                    RuntimeError.PLUGIN_UNREADABLE,
                    "The file cannot be copied to " + folder + ": " + e + ". Check that the file can be read, that the"
                            + " folder can be written and that the disk is not full.");
        }
    }

    private StagedFile staged(Path source, Findings findings) throws IOException {
        if (!Files.isDirectory(source)) {
            if (Files.size(source) > FILE_LIMIT) {
                throw findings.refuse(
                        RuntimeError.PLUGIN_MALFORMED,
                        "The file is larger than " + (FILE_LIMIT >> 20) + " MiB, which is more than a plugin may be.");
            }
            String hash = Hashes.of(source);
            if (isWhole(folder.resolve(hash))) {
                return opened(source, hash);
            }
        }
        Path begun = Files.createTempDirectory(folder, BEGUN);
        try {
            return copied(source, begun, findings);
        } finally {
            deleteAll(begun);
        }
    }

    private StagedFile copied(Path source, Path begun, Findings findings) throws IOException {
        Path original = begun.resolve("original");
        String hash;
        if (Files.isDirectory(source)) {
            ExplodedModule.pack(source, original);
            hash = Hashes.of(original);
        } else {
            try (OutputStream out = Files.newOutputStream(original)) {
                hash = Hashes.ofCopy(source, out);
            }
        }
        Path home = folder.resolve(hash);
        if (!isWhole(home)) {
            Path made = Files.createDirectory(begun.resolve("made"));
            writeContents(made, unpack(source, original, made, findings));
            replace(home, made, begun.resolve("damaged"));
        }
        return opened(source, hash);
    }

    private static List<String> unpack(Path source, Path original, Path made, Findings findings) throws IOException {
        String name = PluginFile.nameOf(source);
        if (PluginFile.isJar(name)) {
            Files.move(original, made.resolve("plugin.jar"));
            return List.of("plugin.jar");
        }
        return new PluginZip(name, original, findings).unpack(made);
    }

    /** Another process may have been faster; then its copy is as good as ours. */
    private static void replace(Path home, Path made, Path aside) throws IOException {
        if (Files.exists(home)) {
            Files.move(home, aside, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(made, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!isWhole(home)) {
                throw e;
            }
        }
    }

    private static void writeContents(Path made, List<String> names) throws IOException {
        StringBuilder out = new StringBuilder();
        for (String name : names) {
            out.append(Hashes.of(made.resolve(name))).append("  ").append(name).append('\n');
        }
        Files.writeString(made.resolve(CONTENTS), out);
    }

    private static boolean isWhole(Path home) throws IOException {
        Path contents = home.resolve(CONTENTS);
        if (!Files.isRegularFile(contents)) {
            return false;
        }
        for (String line : Files.readAllLines(contents, StandardCharsets.UTF_8)) {
            Path jar = home.resolve(nameIn(line));
            if (!Files.isRegularFile(jar) || !line.startsWith(Hashes.of(jar) + "  ")) {
                return false;
            }
        }
        return true;
    }

    private StagedFile opened(Path source, String hash) throws IOException {
        Path home = folder.resolve(hash);
        List<StagedFile.Jar> jars = new ArrayList<>();
        for (String line : Files.readAllLines(home.resolve(CONTENTS), StandardCharsets.UTF_8)) {
            String name = nameIn(line);
            boolean alone = PluginFile.isJar(PluginFile.nameOf(source)) && !Files.isDirectory(source);
            jars.add(new StagedFile.Jar(alone ? PluginFile.nameOf(source) : name, home.resolve(name)));
        }
        return new StagedFile(source, hash, jars);
    }

    private static String nameIn(String line) {
        return line.substring(line.indexOf("  ") + 2);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    static void deleteAll(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
