package org.citykit.runtime.plugin;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip files that honest tools refuse to write: doubles, links, lies about sizes, two truths in one file. */
public final class RawZip {
    /** One entry as the directory has it and, where told otherwise, as its own header has it. */
    public static final class Entry {
        byte[] name;
        byte[] data;
        byte[] extra = {};
        byte[] behind = {};
        int method;
        int flags;
        int crc;
        int packed;
        int unpacked;
        int mode = 0100644;
        int madeBy = 3;
        int offset = -1;
        byte[] localName;
        int localMethod = -1;
        int localFlags = -1;
        int localPacked = -1;
        int localUnpacked = -1;
        int localCrc = -1;

        private Entry(String name, byte[] data) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            this.localName = this.name;
            this.data = data;
            this.packed = data.length;
            this.unpacked = data.length;
            this.crc = crc32(data);
        }

        /** Deflates what was given as the content. */
        Entry deflated() {
            Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            deflater.end();
            data = out.toByteArray();
            packed = data.length;
            method = 8;
            return this;
        }

        /** Tells sizes and checksum after the data only, as writers do that cannot go back. */
        Entry describedLater(boolean signature) {
            flags |= 8;
            localPacked = 0;
            localUnpacked = 0;
            localCrc = 0;
            ByteBuffer later = buffer(signature ? 16 : 12);
            if (signature) {
                later.putInt(0x08074b50);
            }
            later.putInt(crc).putInt(packed).putInt(unpacked);
            behind = written(later);
            return this;
        }
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Entry> entries = new ArrayList<>();
    private byte[] comment = {};
    private int counted = -1;
    private int shift;
    private byte[] beforeEnd = {};

    public RawZip add(String name, byte[] bytes) {
        return entry(name, bytes, entry -> {});
    }

    public RawZip entry(String name, byte[] bytes, Consumer<Entry> change) {
        Entry entry = new Entry(name, bytes);
        change.accept(entry);
        entries.add(entry);
        if (entry.offset < 0) {
            entry.offset = out.size();
            writeLocal(entry);
        }
        return this;
    }

    public RawZip link(String name, String target) {
        return entry(name, target.getBytes(StandardCharsets.UTF_8), entry -> entry.mode = 0120777);
    }

    public RawZip encrypted(String name) {
        return entry(name, new byte[12], entry -> entry.flags = 1);
    }

    /** An entry that says it becomes so many bytes. */
    public RawZip declaring(String name, int size) {
        return entry(name, new byte[10], entry -> entry.unpacked = size);
    }

    /** Bytes that belong to no entry. */
    public RawZip gap(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public RawZip comment(byte[] bytes) {
        comment = bytes;
        return this;
    }

    /** Counts so many entries in the end record, however many there are. */
    public RawZip counting(int count) {
        counted = count;
        return this;
    }

    /** Says that everything lies so many bytes further back, as after something was put before the archive. */
    public RawZip shifted(int bytes) {
        shift = bytes;
        return this;
    }

    /** Puts bytes between directory and end record. */
    public RawZip beforeEnd(byte[] bytes) {
        beforeEnd = bytes;
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(out.toByteArray());
        int start = all.size();
        entries.forEach(entry -> writeCentral(all, entry));
        int size = all.size() - start;
        all.writeBytes(beforeEnd);
        int count = counted < 0 ? entries.size() : counted;
        ByteBuffer end = buffer(22);
        end.putInt(0x06054b50).putInt(0).putShort((short) count).putShort((short) count);
        end.putInt(size).putInt(start - shift).putShort((short) comment.length);
        all.writeBytes(written(end));
        all.writeBytes(comment);
        return all.toByteArray();
    }

    private void writeLocal(Entry entry) {
        ByteBuffer header = buffer(30);
        header.putInt(0x04034b50).putShort((short) 20);
        header.putShort((short) told(entry.localFlags, entry.flags));
        header.putShort((short) told(entry.localMethod, entry.method)).putInt(0x00210000);
        header.putInt(told(entry.localCrc, entry.crc)).putInt(told(entry.localPacked, entry.packed));
        header.putInt(told(entry.localUnpacked, entry.unpacked));
        header.putShort((short) entry.localName.length).putShort((short) 0);
        out.writeBytes(written(header));
        out.writeBytes(entry.localName);
        out.writeBytes(entry.data);
        out.writeBytes(entry.behind);
    }

    private void writeCentral(ByteArrayOutputStream all, Entry entry) {
        ByteBuffer header = buffer(46);
        header.putInt(0x02014b50).putShort((short) ((entry.madeBy << 8) | 20)).putShort((short) 20);
        header.putShort((short) entry.flags).putShort((short) entry.method).putInt(0x00210000);
        header.putInt(entry.crc).putInt(entry.packed).putInt(entry.unpacked);
        header.putShort((short) entry.name.length).putShort((short) entry.extra.length);
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        header.putInt(entry.mode << 16).putInt(entry.offset - shift);
        all.writeBytes(written(header));
        all.writeBytes(entry.name);
        all.writeBytes(entry.extra);
    }

    private static int told(int own, int otherwise) {
        return own == -1 ? otherwise : own;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.wrap(new byte[size]).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] written(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    static int crc32(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
