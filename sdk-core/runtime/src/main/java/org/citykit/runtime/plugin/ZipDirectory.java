package org.citykit.runtime.plugin;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * The central directory of a zip file as it stands there (APPNOTE 6.3.10 §4.3.12), duplicates, links and modes
 * included, which {@code java.util.zip} does not show. Archives in the Zip64 form are larger than a plugin may be and
 * are refused, and so is whatever would let two programs find two different directories. Immutable.
 *
 * @param entries in the order of the directory
 * @param start where the directory begins, which is where the last entry must end
 */
record ZipDirectory(List<ZipDirectory.Entry> entries, long start) {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int COMMENT_LIMIT = 0xffff;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LOCATOR_SIZE = 20;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int DIRECTORY_LIMIT = 32 << 20;
    private static final int ZIP_64 = 1;
    private static final int OTHER_NAME = 0x7075;

    /**
     * One entry.
     *
     * @param name as it stands there
     * @param flags the general purpose bits
     * @param method 0 for stored, 8 for deflated
     * @param crc of the content, as declared
     * @param packed its size in the archive, as declared
     * @param unpacked its size outside, as declared
     * @param mode the type and permissions of Unix, or 0
     * @param header where its local header begins
     */
    record Entry(String name, int flags, int method, int crc, long packed, long unpacked, int mode, long header) {
        private static final int TYPE_MASK = 0170000;
        private static final int LINK_TYPE = 0120000;
        private static final List<Integer> SPECIAL_TYPES = List.of(0010000, 0020000, 0060000, 0140000);

        boolean isFolder() {
            return name.endsWith("/");
        }

        /** Whether a password is needed. */
        boolean encrypted() {
            return (flags & 0x2041) != 0;
        }

        /** Whether it is a symbolic link, on whatever system it says it was made. */
        boolean link() {
            return (mode & TYPE_MASK) == LINK_TYPE;
        }

        /** Whether it is a device, a pipe or a socket. */
        boolean special() {
            return SPECIAL_TYPES.contains(mode & TYPE_MASK);
        }
    }

    static ZipDirectory read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer end = findEnd(channel);
            long endAt = channel.size() - end.limit();
            int count = Short.toUnsignedInt(end.getShort(10));
            long size = Integer.toUnsignedLong(end.getInt(12));
            long start = Integer.toUnsignedLong(end.getInt(16));
            if (count == 0xffff || size == 0xffffffffL || start == 0xffffffffL || hasLocator(channel, endAt)) {
                throw new MisleadingZipException("it is in the Zip64 form, which is for larger archives");
            }
            if (end.getInt(4) != 0 || end.getShort(8) != end.getShort(10)) {
                throw new MisleadingZipException("it is one part of several");
            }
            if (size > DIRECTORY_LIMIT || size > endAt) {
                throw new ZipException("its central directory is damaged or too large");
            }
            if (start + size != endAt) {
                throw new MisleadingZipException(
                        start + size < endAt
                                ? "there are bytes before the archive, or after its directory"
                                : "its central directory is not where it says");
            }
            return new ZipDirectory(entries(readAt(channel, start, (int) size), count), start);
        }
    }

    /** The end record with its comment. One that could be found in the comment of another is refused. */
    private static ByteBuffer findEnd(FileChannel channel) throws IOException {
        long size = channel.size();
        int tail = (int) Math.min(size, END_SIZE + COMMENT_LIMIT);
        ByteBuffer bytes = readAt(channel, size - tail, tail);
        int found = -1;
        for (int at = tail - END_SIZE; at >= 0; at--) {
            boolean fits = bytes.getInt(at) == END_SIGNATURE
                    && at + END_SIZE + Short.toUnsignedInt(bytes.getShort(at + 20)) == tail;
            if (fits && found >= 0) {
                throw new MisleadingZipException("it has two ends, one in the comment of the other");
            }
            found = fits ? at : found;
        }
        if (found < 0) {
            throw new ZipException("it has no end-of-archive record; it is cut off or no zip file");
        }
        for (int at = found + END_SIZE; at + 4 <= tail; at++) {
            if (bytes.getInt(at) == END_SIGNATURE) {
                throw new MisleadingZipException("its comment looks like the end of another archive");
            }
        }
        return bytes.slice(found, tail - found).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static boolean hasLocator(FileChannel channel, long endAt) throws IOException {
        return endAt >= LOCATOR_SIZE && readAt(channel, endAt - LOCATOR_SIZE, 4).getInt(0) == LOCATOR_SIGNATURE;
    }

    private static List<Entry> entries(ByteBuffer bytes, int count) throws IOException {
        List<Entry> entries = new ArrayList<>(count);
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (at + ENTRY_SIZE > bytes.limit() || bytes.getInt(at) != ENTRY_SIGNATURE) {
                throw new ZipException("its central directory is damaged");
            }
            int name = Short.toUnsignedInt(bytes.getShort(at + 28));
            int extra = Short.toUnsignedInt(bytes.getShort(at + 30));
            int next = at + ENTRY_SIZE + name + extra + Short.toUnsignedInt(bytes.getShort(at + 32));
            if (next > bytes.limit()) {
                throw new ZipException("its central directory is cut off");
            }
            Entry entry = entry(bytes, at, nameAt(bytes, at + ENTRY_SIZE, name));
            checkExtra(bytes.slice(at + ENTRY_SIZE + name, extra).order(ByteOrder.LITTLE_ENDIAN), entry);
            entries.add(entry);
            at = next;
        }
        if (at != bytes.limit()) {
            throw new MisleadingZipException("its central directory holds more than the " + count + " entries it says");
        }
        return entries;
    }

    private static Entry entry(ByteBuffer bytes, int at, String name) {
        return new Entry(
                name,
                Short.toUnsignedInt(bytes.getShort(at + 8)),
                Short.toUnsignedInt(bytes.getShort(at + 10)),
                bytes.getInt(at + 16),
                Integer.toUnsignedLong(bytes.getInt(at + 20)),
                Integer.toUnsignedLong(bytes.getInt(at + 24)),
                bytes.getInt(at + 38) >>> 16,
                Integer.toUnsignedLong(bytes.getInt(at + 42)));
    }

    /** Some fields replace the sizes or the name for the programs that know them, and for no others. */
    private static void checkExtra(ByteBuffer extra, Entry entry) throws ZipException {
        int at = 0;
        while (at + 4 <= extra.limit()) {
            int kind = Short.toUnsignedInt(extra.getShort(at));
            int next = at + 4 + Short.toUnsignedInt(extra.getShort(at + 2));
            if (kind == ZIP_64) {
                throw new MisleadingZipException("entry '" + EntryName.shown(entry.name()) + "' is in the Zip64 form");
            }
            if (kind == OTHER_NAME) {
                throw new MisleadingZipException("entry '" + EntryName.shown(entry.name()) + "' has a second name");
            }
            at = next;
        }
        if (at != extra.limit()) {
            throw new MisleadingZipException("entry '" + EntryName.shown(entry.name()) + "' has damaged extra fields");
        }
        if (entry.packed() == 0xffffffffL || entry.unpacked() == 0xffffffffL || entry.header() == 0xffffffffL) {
            throw new MisleadingZipException("entry '" + EntryName.shown(entry.name()) + "' is in the Zip64 form");
        }
    }

    /** A name, which must be UTF-8 whatever its entry says. */
    static String nameAt(ByteBuffer bytes, int at, int length) throws ZipException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes.slice(at, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MisleadingZipException("an entry has a name that is not in UTF-8");
        }
    }

    static ByteBuffer readAt(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException("it became shorter while it was read");
            }
        }
        return bytes.flip();
    }
}
