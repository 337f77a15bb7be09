package org.citykit.runtime.plugin;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * The central directory of a zip file as it stands there (APPNOTE 6.3.10 §4.3.12), duplicates, links and modes
 * included, which {@code java.util.zip} does not show. Archives in the Zip64 form are larger than a plugin may be and
 * are refused.
 */
final class ZipDirectory {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int COMMENT_LIMIT = 0xffff;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int UNIX = 3;
    private static final int LINK_TYPE = 0120000;
    private static final int TYPE_MASK = 0170000;
    private static final int DIRECTORY_LIMIT = 32 << 20;

    private ZipDirectory() {}

    /**
     * One entry.
     *
     * @param name as it stands there
     * @param packed its size in the archive, as declared
     * @param unpacked its size outside, as declared
     * @param encrypted whether a password is needed
     * @param link whether it is a symbolic link
     */
    record Entry(String name, long packed, long unpacked, boolean encrypted, boolean link) {
        boolean isFolder() {
            return name.endsWith("/");
        }
    }

    static List<Entry> read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer end = findEnd(channel);
            int count = Short.toUnsignedInt(end.getShort(10));
            long size = Integer.toUnsignedLong(end.getInt(12));
            long start = Integer.toUnsignedLong(end.getInt(16));
            long endAt = channel.size() - END_SIZE - Short.toUnsignedInt(end.getShort(20));
            if (count == 0xffff || size > DIRECTORY_LIMIT || start + size > endAt) {
                throw new ZipException("its central directory is damaged, too large or in the Zip64 form");
            }
            // Bytes before the archive shift everything; the directory always ends where the end record begins.
            return entries(readAt(channel, endAt - size, (int) size), count);
        }
    }

    private static ByteBuffer findEnd(FileChannel channel) throws IOException {
        long size = channel.size();
        int tail = (int) Math.min(size, END_SIZE + COMMENT_LIMIT);
        ByteBuffer bytes = readAt(channel, size - tail, tail);
        for (int at = tail - END_SIZE; at >= 0; at--) {
            if (bytes.getInt(at) == END_SIGNATURE
                    && at + END_SIZE + Short.toUnsignedInt(bytes.getShort(at + 20)) == tail) {
                return bytes.slice(at, tail - at).order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        throw new ZipException("it has no end-of-archive record; it is cut off or no zip file");
    }

    private static List<Entry> entries(ByteBuffer bytes, int count) throws IOException {
        List<Entry> entries = new ArrayList<>(count);
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (at + ENTRY_SIZE > bytes.limit() || bytes.getInt(at) != ENTRY_SIGNATURE) {
                throw new ZipException("its central directory is damaged");
            }
            int nameLength = Short.toUnsignedInt(bytes.getShort(at + 28));
            int next = at
                    + ENTRY_SIZE
                    + nameLength
                    + Short.toUnsignedInt(bytes.getShort(at + 30))
                    + Short.toUnsignedInt(bytes.getShort(at + 32));
            if (next > bytes.limit()) {
                throw new ZipException("its central directory is cut off");
            }
            entries.add(entry(bytes, at, nameLength));
            at = next;
        }
        return entries;
    }

    private static Entry entry(ByteBuffer bytes, int at, int nameLength) {
        byte[] name = new byte[nameLength];
        bytes.get(at + ENTRY_SIZE, name);
        boolean fromUnix = Short.toUnsignedInt(bytes.getShort(at + 4)) >> 8 == UNIX;
        int mode = bytes.getInt(at + 38) >>> 16;
        return new Entry(
                new String(name, StandardCharsets.UTF_8),
                Integer.toUnsignedLong(bytes.getInt(at + 20)),
                Integer.toUnsignedLong(bytes.getInt(at + 24)),
                (bytes.getShort(at + 8) & 1) != 0,
                fromUnix && (mode & TYPE_MASK) == LINK_TYPE);
    }

    private static ByteBuffer readAt(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException("it became shorter while it was read");
            }
        }
        return bytes.flip();
    }
}
