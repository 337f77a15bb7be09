package org.citykit.runtime.plugin;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.citykit.runtime.image.Image;
import org.citykit.runtime.image.ImageDamagedException;
import org.citykit.runtime.image.MappedFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The small images of a stage once more, one behind the other in one file, which is mapped when the first of them is
 * needed: opening a file for each of many plugins takes longer than all else that is done with it. Each image there is
 * judged as if it came from its own file, which stays where it is and is used when there is anything wrong here. A pack
 * has a name of its own, which the index says, is never changed, and is written anew whenever the index is. Thread-safe.
 */
final class ImagePack {
    /** Of no images. */
    static final ImagePack NONE = new ImagePack(Path.of(""), "");

    private static final String PREFIX = "images-";
    private static final int LARGEST = 1 << 30;

    private final Path folder;
    private final String name;
    private @Nullable MappedFile bytes;
    private boolean unusable;

    private ImagePack(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** Found when there is something to say: looking for it takes a start's time. */
    private static Logger log() {
        return LoggerFactory.getLogger(ImagePack.class);
    }

    /**
     * Where an image lies.
     *
     * @param pack in which
     * @param from where it begins in it
     * @param length in bytes
     */
    record Part(ImagePack pack, int from, int length) {
        /**
         * The image.
         *
         * @param file where it is on its own
         * @throws ImageDamagedException when it cannot be had from here
         */
        Image open(Path file) throws ImageDamagedException {
            try {
                return Image.of(file, pack.mapped(), from, length);
            } catch (ImageDamagedException e) {
                pack.giveUp(e);
                throw e;
            }
        }
    }

    /** It is deleted, so that the next start writes it again: an image in it was found damaged. */
    void giveUp(String reason) {
        giveUp(new ImageDamagedException(reason));
    }

    /** The pack of a name in the folder of a stage. */
    static ImagePack of(Path folder, String name) {
        return name.isEmpty() ? NONE : new ImagePack(folder, name);
    }

    /** Its file's name; empty when it holds nothing. */
    String name() {
        return name;
    }

    /** Whether its file is where it should be. */
    boolean isThere() {
        return name.isEmpty() || Files.exists(folder.resolve(name));
    }

    private synchronized MappedFile mapped() throws ImageDamagedException {
        MappedFile known = bytes;
        if (known == null && !unusable) {
            try {
                known = MappedFile.open(folder.resolve(name));
                bytes = known;
            } catch (FileNotFoundException e) {
                // A later index has one of its own.
                unusable = true;
            } catch (IOException | IllegalArgumentException e) {
                giveUp(e);
            }
        }
        if (known == null) {
            throw new ImageDamagedException("the pack " + name + " cannot be used");
        }
        return known;
    }

    private synchronized void giveUp(Exception reason) {
        if (!unusable) {
            unusable = true;
            bytes = null;
            log().warn("The pack {} of images is not used: {}.", folder.resolve(name), reason.getMessage());
            delete();
        }
    }

    /**
     * Packs images.
     *
     * @param images the files of the images by the hashes of their plugins
     * @return where each lies that was small enough and could be read; they are all in one pack
     */
    static Map<String, Part> write(Path folder, Map<String, Path> images) throws IOException {
        String name =
                PREFIX + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        ImagePack pack = new ImagePack(folder, name);
        Map<String, Part> packed = new LinkedHashMap<>();
        try {
            pack.write(images, packed);
            if (packed.isEmpty()) {
                pack.delete();
            }
            return packed;
        } catch (IOException e) {
            pack.delete();
            throw e;
        }
    }

    private void write(Map<String, Path> images, Map<String, Part> packed) throws IOException {
        int size = 0;
        try (OutputStream out = Files.newOutputStream(folder.resolve(name), StandardOpenOption.CREATE_NEW)) {
            for (Map.Entry<String, Path> image : images.entrySet()) {
                if (size < LARGEST && Image.isSmall(image.getValue())) {
                    byte[] content = Files.readAllBytes(image.getValue());
                    packed.put(image.getKey(), new Part(this, size, content.length));
                    out.write(content);
                    size += content.length;
                }
            }
        }
    }

    /** Deletes its file. */
    void delete() {
        try {
            if (!name.isEmpty()) {
                Files.deleteIfExists(folder.resolve(name));
            }
        } catch (IOException e) {
            log().debug("The pack {} is left.", name, e);
        }
    }

    /** Deletes the packs in a folder but this one; one that another process still has mapped may have to stay. */
    void deleteOthers(Path folder) {
        try (DirectoryStream<Path> packs = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path other : packs) {
                if (!PluginFile.nameOf(other).equals(name)) {
                    Files.deleteIfExists(other);
                }
            }
        } catch (IOException e) {
            log().debug("Old packs of images are left in {}.", folder, e);
        }
    }
}
