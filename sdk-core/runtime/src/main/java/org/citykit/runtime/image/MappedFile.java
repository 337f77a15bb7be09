package org.citykit.runtime.image;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A file that is mapped into memory as it was when it was opened. Whoever reads a page of it that is gone, because
 * somebody cut the file off meanwhile, gets an error of the JVM's, now or a moment later; where native code reads it the
 * whole JVM ends. So nothing here is handed to native code, and before a page is read the file's length is asked for.
 * A file that was deleted or replaced keeps its pages. Immutable, thread-safe.
 */
public final class MappedFile {
    private final File file;
    private final ByteBuffer bytes;

    private MappedFile(File file, ByteBuffer bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** Maps a file that is shorter than 2 GB; it does not stay open. */
    public static MappedFile open(Path path) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(path.toString(), "r")) {
            return of(path, in);
        }
    }

    static MappedFile of(Path path, RandomAccessFile in) throws IOException {
        return new MappedFile(path.toFile(), in.getChannel().map(FileChannel.MapMode.READ_ONLY, 0, in.length()));
    }

    /** How long it was, in bytes. */
    int length() {
        return bytes.capacity();
    }

    /**
     * A part of it.
     *
     * @throws ImageDamagedException when it is not in it, or the file is shorter now
     */
    ByteBuffer part(int from, int length) throws ImageDamagedException {
        if (from < 0 || length < 0 || length > bytes.capacity() - from) {
            throw new ImageDamagedException("it is not in " + file.getName());
        }
        refuseIfCutOff();
        return bytes.slice(from, length);
    }

    /** To be called before a page is read. */
    void refuseIfCutOff() throws ImageDamagedException {
        long now = file.length();
        if (now < bytes.capacity() && (now > 0 || file.exists())) {
            throw new ImageDamagedException("it was cut off while it was in use");
        }
    }
}
