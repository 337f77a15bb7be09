package org.citykit.runtime.plugin;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a zip whose bytes depend on its content alone: one instant for all entries, and no packing, whose outcome
 * differs between versions of zlib. Confined.
 */
public final class SteadyZip implements Closeable {
    private static final LocalDateTime INSTANT = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream out;

    private SteadyZip(ZipOutputStream out) {
        this.out = out;
    }

    /** Begins a zip in a file, which is replaced if it is there. */
    public static SteadyZip create(Path file) throws IOException {
        return new SteadyZip(new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8));
    }

    /** Adds a file; files stand in the order in which they are added. */
    public void add(String name, Path file) throws IOException {
        add(name, Files.readAllBytes(file));
    }

    /** Adds bytes; entries stand in the order in which they are added. */
    public void add(String name, byte[] bytes) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(INSTANT);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
