package org.citykit.runtime.plugin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Holds what stands in a zip file against its directory: each local header says the same, the entries fill the file from
 * its first byte to the directory without gap or overlap, and each becomes exactly what it declares. A program that
 * reads the file from its front then finds what one finds that reads from its end. Confined.
 */
final class ZipLayout {
    private static final int HEADER_SIGNATURE = 0x04034b50;
    private static final int HEADER_SIZE = 30;
    private static final int DESCRIPTOR_SIGNATURE = 0x08074b50;
    private static final int DESCRIPTOR_SIZE = 16;
    private static final int DESCRIBED_LATER = 8;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final ZipDirectory directory;

    private ZipLayout(FileChannel channel, ZipDirectory directory) {
        this.channel = channel;
        this.directory = directory;
    }

    /** @throws MisleadingZipException if directory and content differ */
    static void check(Path file, ZipDirectory directory) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            new ZipLayout(channel, directory).check();
        }
    }

    private void check() throws IOException {
        List<ZipDirectory.Entry> entries = new ArrayList<>(directory.entries());
        entries.sort(Comparator.comparingLong(ZipDirectory.Entry::header));
        long at = 0;
        for (ZipDirectory.Entry entry : entries) {
            if (entry.header() < at) {
                throw wrong(entry, "lies inside another");
            }
            if (entry.header() > at) {
                throw wrong(entry, "has bytes before it that belong to no entry");
            }
            at = afterEntry(entry);
        }
        if (at != directory.start()) {
            throw new MisleadingZipException("there are bytes that belong to no entry before its directory");
        }
    }

    private long afterEntry(ZipDirectory.Entry entry) throws IOException {
        ByteBuffer header = read(entry, entry.header(), HEADER_SIZE);
        if (header.getInt(0) != HEADER_SIGNATURE) {
            throw wrong(entry, "is not where the directory says");
        }
        int nameLength = Short.toUnsignedInt(header.getShort(26));
        String name = ZipDirectory.nameAt(read(entry, entry.header() + HEADER_SIZE, nameLength), 0, nameLength);
        if (!name.equals(entry.name())) {
            throw wrong(entry, "is called '" + EntryName.shown(name) + "' in its own header");
        }
        checkHeader(entry, header);
        long data = entry.header() + HEADER_SIZE + nameLength + Short.toUnsignedInt(header.getShort(28));
        if (data + entry.packed() > directory.start()) {
            throw new ZipException("entry '" + EntryName.shown(entry.name()) + "' is cut off");
        }
        checkContent(entry, data);
        long end = data + entry.packed();
        return (entry.flags() & DESCRIBED_LATER) == 0 ? end : afterDescriptor(entry, end);
    }

    private static void checkHeader(ZipDirectory.Entry entry, ByteBuffer header) throws IOException {
        boolean later = (entry.flags() & DESCRIBED_LATER) != 0;
        if (Short.toUnsignedInt(header.getShort(6)) != entry.flags()
                || Short.toUnsignedInt(header.getShort(8)) != entry.method()) {
            throw wrong(entry, "is packed in another way in its own header");
        }
        boolean empty = header.getInt(14) == 0 && header.getInt(18) == 0 && header.getInt(22) == 0;
        boolean same = header.getInt(14) == entry.crc()
                && Integer.toUnsignedLong(header.getInt(18)) == entry.packed()
                && Integer.toUnsignedLong(header.getInt(22)) == entry.unpacked();
        if (!same && !(later && empty)) {
            throw wrong(entry, "has another size or checksum in its own header");
        }
        if (entry.method() != STORED && entry.method() != DEFLATED) {
            throw wrong(entry, "is packed by a method that Java cannot read");
        }
    }

    /** The sizes again, after the data, where the writer did not know them before; their signature may be left out. */
    private long afterDescriptor(ZipDirectory.Entry entry, long at) throws IOException {
        ByteBuffer found = read(entry, at, DESCRIPTOR_SIZE);
        int from = found.getInt(0) == DESCRIPTOR_SIGNATURE ? 4 : 0;
        if (found.getInt(from) != entry.crc()
                || Integer.toUnsignedLong(found.getInt(from + 4)) != entry.packed()
                || Integer.toUnsignedLong(found.getInt(from + 8)) != entry.unpacked()) {
            throw wrong(entry, "has another size or checksum after its data");
        }
        return at + from + DESCRIPTOR_SIZE - 4;
    }

    private void checkContent(ZipDirectory.Entry entry, long data) throws IOException {
        CRC32 crc = new CRC32();
        long size = entry.method() == STORED ? stored(entry, data, crc) : inflated(entry, data, crc);
        if (size != entry.unpacked()) {
            throw wrong(entry, "becomes another size than it says");
        }
        if ((int) crc.getValue() != entry.crc()) {
            throw new ZipException("entry '" + EntryName.shown(entry.name()) + "' is damaged: its checksum is another");
        }
    }

    private long stored(ZipDirectory.Entry entry, long data, CRC32 crc) throws IOException {
        for (long at = 0; at < entry.packed(); at += BUFFER) {
            crc.update(read(entry, data + at, (int) Math.min(BUFFER, entry.packed() - at)));
        }
        return entry.packed();
    }

    /** Stops at the first byte too many, so that a bomb never goes off. */
    private long inflated(ZipDirectory.Entry entry, long data, CRC32 crc) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            byte[] out = new byte[BUFFER];
            long next = 0;
            while (!inflater.finished() && inflater.getBytesWritten() <= entry.unpacked()) {
                int written = inflater.inflate(out);
                crc.update(out, 0, written);
                if (written == 0 && inflater.needsInput() && !inflater.finished()) {
                    int length = (int) Math.min(BUFFER, entry.packed() - next);
                    if (length == 0) {
                        throw wrong(entry, "ends before its data does");
                    }
                    inflater.setInput(read(entry, data + next, length));
                    next += length;
                } else if (inflater.needsDictionary()) {
                    throw wrong(entry, "cannot be unpacked");
                }
            }
            if (inflater.finished() && inflater.getBytesRead() != entry.packed()) {
                throw wrong(entry, "has bytes behind its data");
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException e) {
            throw new ZipException("entry '" + EntryName.shown(entry.name()) + "' is damaged and cannot be unpacked");
        } finally {
            inflater.end();
        }
    }

    /** Reads before the directory only. */
    private ByteBuffer read(ZipDirectory.Entry entry, long at, int length) throws IOException {
        if (at + length > directory.start()) {
            if (length == DESCRIPTOR_SIZE && at + length - 4 == directory.start()) {
                return ByteBuffer.allocate(DESCRIPTOR_SIZE)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(ZipDirectory.readAt(channel, at, length - 4))
                        .clear();
            }
            throw new ZipException("entry '" + EntryName.shown(entry.name()) + "' is cut off");
        }
        return ZipDirectory.readAt(channel, at, length);
    }

    private static MisleadingZipException wrong(ZipDirectory.Entry entry, String what) {
        return new MisleadingZipException("entry '" + EntryName.shown(entry.name()) + "' " + what);
    }
}
