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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.citykit.runtime.RuntimeError;
import org.citykit.runtime.image.BinaryReader;
import org.citykit.runtime.image.Image;
import org.citykit.runtime.image.ImageDamagedException;
import org.citykit.runtime.image.ImageWriter;
import org.citykit.runtime.image.MalformedBytesException;
import org.citykit.runtime.image.ModuleShape;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder below the portal's data in which every plugin file has a copy and an image of its own, named by its
 * SHA-256. Plugins are read and linked from there, so that replacing a file never harms a running portal. A file that
 * is seen for the first time is copied, checked, read and turned into an image; later its image is enough, and when
 * that is damaged it is written again from the copy, or from the file. Thread-safe; several processes may share it.
 */
public final class PluginStage {
    private static final String CONTENTS = "contents";
    private static final String INDEX = "index";
    private static final String ZIP = "plugin.zip";
    private static final String JAR = "plugin.jar";
    private static final String IMAGE = "image-" + Runtime.version().feature();
    private static final String BEGUN = ".new-";
    private static final long FILE_LIMIT = ArchiveLimits.DEFAULT.unpackedBytes();

    private final Path folder;

    private PluginStage(Path folder) {
        this.folder = folder;
    }

    /** Found when there is something to say: looking for it takes a start's time. */
    private static Logger log() {
        return LoggerFactory.getLogger(PluginStage.class);
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
            boolean ours = Hashes.isHash(name) || name.startsWith(BEGUN);
            if (ours && !hashes.contains(name)) {
                deleteAll(copy);
            }
        }
    }

    Path folder() {
        return folder;
    }

    /** What was found at the last start. */
    PluginIndex index() {
        return PluginIndex.read(folder.resolve(INDEX), this);
    }

    /**
     * Copies and reads a plugin file or an exploded module, unless its image is there already.
     *
     * @throws PluginRefusedException when it cannot be used
     */
    PluginFacts install(Path source) {
        Findings findings = new Findings(PluginFile.nameOf(source));
        try {
            Files.createDirectories(folder);
            return installed(source, findings);
        } catch (IOException e) {
            throw findings.refuse(
                    RuntimeError.PLUGIN_UNREADABLE,
                    "The file cannot be copied to " + folder + ": " + e + ". Check that the file can be read, that the"
                            + " folder can be written and that the disk is not full.");
        }
    }

    /**
     * The plugin with a hash, from its copy here, or else from the file if that is still the same.
     *
     * @param source where the file was, for messages
     * @throws PluginRefusedException when neither is there any more, or cannot be used
     */
    PluginFacts kept(Path source, String sha256) {
        try {
            Optional<PluginFacts> known = known(source, sha256);
            if (known.isPresent()) {
                return known.get();
            }
            Path home = home(sha256);
            if (isWhole(home)) {
                return facts(source, sha256, imaged(opened(source, sha256, home), home));
            }
            if (Files.exists(source)) {
                PluginFacts again = install(source);
                if (again.sha256().equals(sha256)) {
                    return again;
                }
            }
        } catch (IOException e) {
            log().warn("The copy {} of {} cannot be read.", sha256, source, e);
        }
        throw PluginRefusedException.of(
                RuntimeError.PLUGIN_UNREADABLE,
                PluginFile.nameOf(source),
                "The copy of this plugin file with the SHA-256 " + sha256 + " is gone from " + folder
                        + ", and the file itself is another one now. Put the file with that hash back.");
    }

    /** The image of a plugin, written again if it is damaged. */
    Image image(PluginFacts plugin) {
        Path file = imageOf(plugin.sha256());
        ImagePack.Part packed = plugin.packed();
        if (packed != null) {
            try {
                return packed.open(file);
            } catch (ImageDamagedException e) {
                log().debug("The image of plugin {} is opened from its own file: {}.", plugin, e.getMessage());
            }
        }
        try {
            return Image.open(file);
        } catch (ImageDamagedException e) {
            return restoredImage(plugin, e.getMessage());
        }
    }

    /** The image of a plugin, written again from its copy, or else from its file. */
    Image restoredImage(PluginFacts plugin, @Nullable String reason) {
        Path home = home(plugin.sha256());
        log().warn("The image of plugin {} in {} is written again: {}.", plugin, home, reason);
        ImagePack.Part packed = plugin.packed();
        if (packed != null) {
            packed.pack().giveUp("an image in it is damaged, or had to be written again");
        }
        try {
            if (isWhole(home)) {
                imaged(opened(plugin.file(), plugin.sha256(), home), home);
                return Image.open(imageIn(home));
            }
            deleteImage(home);
            if (install(plugin.file()).sha256().equals(plugin.sha256())) {
                return Image.open(imageIn(home));
            }
        } catch (IOException | PluginRefusedException e) {
            log().warn("The image of plugin {} cannot be written again.", plugin, e);
        }
        throw PluginRefusedException.of(
                RuntimeError.PLUGIN_UNREADABLE,
                plugin.fileName(),
                "The image and the copy of plugin " + plugin.id() + " " + plugin.version() + " in " + home
                        + " are damaged, and " + plugin.file()
                        + " is not what they were made from. Check the disk of the"
                        + " data folder, and copy the file here again.");
    }

    PluginDetails details(PluginFacts plugin) {
        Path home = home(plugin.sha256());
        try {
            return FactsForm.details(image(plugin), home, plugin.fileName());
        } catch (MalformedBytesException e) {
            return FactsForm.details(restoredImage(plugin, e.getMessage()), home, plugin.fileName());
        }
    }

    /** The folder of the copy of the file with a hash. */
    Path home(String sha256) {
        return folder.resolve(sha256);
    }

    private PluginFacts installed(Path source, Findings findings) throws IOException {
        if (!Files.isDirectory(source)) {
            if (Files.size(source) > FILE_LIMIT) {
                throw findings.refuse(
                        RuntimeError.PLUGIN_MALFORMED,
                        "The file is larger than " + (FILE_LIMIT >> 20) + " MiB, which is more than a plugin may be.");
            }
            String hash = Hashes.of(source);
            Optional<PluginFacts> known = known(source, hash);
            if (known.isPresent()) {
                return known.get();
            }
            if (isWhole(home(hash))) {
                return facts(source, hash, imaged(opened(source, hash, home(hash)), home(hash)));
            }
        }
        Path begun = Files.createTempDirectory(folder, BEGUN);
        try {
            return copied(source, begun, findings);
        } finally {
            deleteAll(begun);
        }
    }

    private Optional<PluginFacts> known(Path source, String hash) {
        Path image = imageIn(home(hash));
        if (!Files.exists(image)) {
            return Optional.empty();
        }
        try {
            Image known = Image.open(image);
            known.verify();
            return Optional.of(facts(source, hash, FactsForm.headBytes(known)));
        } catch (ImageDamagedException | MalformedBytesException e) {
            log().warn("The image {} is written again: {}.", image, e.getMessage());
            return Optional.empty();
        }
    }

    private PluginFacts facts(Path source, String hash, byte[] head) {
        return new PluginFacts(source, hash, FactsForm.head(new BinaryReader(head)), this);
    }

    private PluginFacts copied(Path source, Path begun, Findings findings) throws IOException {
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
        Optional<PluginFacts> known = known(source, hash);
        if (known.isPresent()) {
            return known.get();
        }
        Path made = Files.createDirectory(begun.resolve("made"));
        writeContents(made, unpack(source, original, made, findings));
        byte[] head = imaged(opened(source, hash, made), made);
        replace(home(hash), made, begun.resolve("damaged"));
        return facts(source, hash, head);
    }

    /** Reads a plugin from its copy and writes its image; gives the bytes of its head. */
    private static byte[] imaged(StagedFile file, Path home) throws IOException {
        ReadPlugin plugin = PluginReader.read(file);
        List<ImageWriter.Source> sources = new ArrayList<>();
        for (StagedModule module : plugin.modules()) {
            String name = home.relativize(module.path()).toString().replace('\\', '/');
            sources.add(new ImageWriter.Source(
                    name, module.path(), ModuleShape.of(module.module().descriptor())));
        }
        ImageWriter.write(imageIn(home), sources, FactsForm.write(plugin, file.isAlone()));
        return FactsForm.write(plugin.head());
    }

    /** Whether there is an image of the plugin with a hash; whether it is whole shows when it is opened. */
    boolean hasImage(String sha256) {
        return Files.exists(imageOf(sha256));
    }

    /** Where the image of the plugin with a hash is. */
    Path imageOf(String sha256) {
        return imageIn(home(sha256));
    }

    private static Path imageIn(Path home) {
        return home.resolve(IMAGE);
    }

    private static void deleteImage(Path home) throws IOException {
        Files.deleteIfExists(imageIn(home));
    }

    private static List<String> unpack(Path source, Path original, Path made, Findings findings) throws IOException {
        String name = PluginFile.nameOf(source);
        if (PluginFile.isJar(name) && !Files.isDirectory(source)) {
            Files.move(original, made.resolve(JAR));
            return List.of(JAR);
        }
        List<String> names = new ArrayList<>(new PluginZip(name, original, findings).unpack(made));
        Files.move(original, made.resolve(ZIP));
        names.add(ZIP);
        return names;
    }

    /** Another process may have been faster; then its copy is as good as ours. */
    private static void replace(Path home, Path made, Path aside) throws IOException {
        if (isWhole(home) && isImaged(home)) {
            return;
        }
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

    private static boolean isImaged(Path home) {
        try {
            return !Image.open(imageIn(home)).jars().isEmpty();
        } catch (ImageDamagedException e) {
            return false;
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
            if (line.indexOf("  ") < 0) {
                return false;
            }
            Path file = home.resolve(nameIn(line));
            if (!Files.isRegularFile(file) || !line.startsWith(Hashes.of(file) + "  ")) {
                return false;
            }
        }
        return true;
    }

    private static StagedFile opened(Path source, String hash, Path home) throws IOException {
        List<String> names = new ArrayList<>();
        for (String line : Files.readAllLines(home.resolve(CONTENTS), StandardCharsets.UTF_8)) {
            names.add(nameIn(line));
        }
        boolean zip = names.remove(ZIP);
        List<StagedFile.Jar> jars = names.stream()
                .map(name -> new StagedFile.Jar(zip ? name : PluginFile.nameOf(source), home.resolve(name)))
                .toList();
        return new StagedFile(source, hash, home, home.resolve(zip ? ZIP : JAR), jars);
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
