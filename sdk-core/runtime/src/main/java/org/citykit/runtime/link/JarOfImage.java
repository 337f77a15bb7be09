package org.citykit.runtime.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.List;
import org.citykit.runtime.image.Image;
import org.citykit.runtime.image.ImageDamagedException;
import org.jspecify.annotations.Nullable;

/** One jar in the image of a linked plugin. Thread-safe. */
final class JarOfImage {
    private final LinkedImage image;
    private final int index;
    private final Path copy;

    /** @param copy where the same jar is as a file */
    JarOfImage(LinkedImage image, int index, Path copy) {
        this.image = image;
        this.index = index;
        this.copy = copy;
    }

    /**
     * One entry.
     *
     * @param bytes its content, which belongs to the caller
     * @param signers who signed it, if anybody did
     */
    record Content(ByteBuffer bytes, List<CodeSigner> signers) {}

    /** The content of an entry, or null if there is none of the name. */
    @Nullable
    Content read(String name) throws IOException {
        Image now = image.current();
        Image.Entry entry = name.isEmpty() ? null : now.find(index, name);
        if (entry == null) {
            return null;
        }
        try {
            return content(now, entry);
        } catch (ImageDamagedException | InternalError e) {
            return image.use(it -> content(it, found(it, name)));
        }
    }

    private static Content content(Image from, Image.Entry entry) throws ImageDamagedException {
        return new Content(ByteBuffer.wrap(from.read(entry)), from.signers(entry));
    }

    /** The content of an entry that is there, to be read bit by bit. */
    InputStream stream(String name) throws IOException {
        return image.use(it -> it.stream(found(it, name)));
    }

    private Image.Entry found(Image from, String name) {
        Image.Entry entry = from.find(index, name);
        if (entry == null) {
            throw new IllegalStateException("an image has lost its entry " + name);
        }
        return entry;
    }

    boolean has(String name) {
        return entry(name) != null;
    }

    Image.@Nullable Entry entry(String name) {
        return name.isEmpty() ? null : image.current().find(index, name);
    }

    /** Where an entry can be read with any tool, or null if there is none of the name. */
    @Nullable
    URL locate(String name) {
        Image.Entry entry = entry(name);
        return entry == null ? null : new ImageUrls(this).of(entry.name());
    }

    List<String> names() {
        return image.current().names(index);
    }

    Path copy() {
        return copy;
    }
}
