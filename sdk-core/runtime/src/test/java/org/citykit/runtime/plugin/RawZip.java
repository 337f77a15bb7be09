package org.citykit.runtime.plugin;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Writes zip files that honest tools refuse to write: doubles, links, lies about sizes. */
public final class RawZip {
    private record Entry(String name, int crc, int packed, int declared, int mode, int flags, int offset) {}

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Entry> entries = new ArrayList<>();

    public RawZip add(String name, byte[] bytes) {
        return add(name, bytes, bytes.length, 0100644, 0);
    }

    public RawZip link(String name, String target) {
        byte[] bytes = target.getBytes(StandardCharsets.UTF_8);
        return add(name, bytes, bytes.length, 0120777, 0);
    }

    public RawZip encrypted(String name) {
        return add(name, new byte[12], 12, 0100644, 1);
    }

    /** An entry that says it becomes so many bytes. */
    public RawZip declaring(String name, int size) {
        return add(name, new byte[10], size, 0100644, 0);
    }

    private RawZip add(String name, byte[] bytes, int declared, int mode, int flags) {
        entries.add(new Entry(name, crc(bytes), bytes.length, declared, mode, flags, out.size()));
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer header = buffer(30);
        header.putInt(0x04034b50).putShort((short) 20).putShort((short) flags).putShort((short) 0);
        header.putInt(0x00210000).putInt(crc(bytes)).putInt(bytes.length).putInt(declared);
        header.putShort((short) text.length).putShort((short) 0);
        write(header);
        out.writeBytes(text);
        out.writeBytes(bytes);
        return this;
    }

    public byte[] bytes() {
        int start = out.size();
        for (Entry entry : entries) {
            byte[] text = entry.name().getBytes(StandardCharsets.UTF_8);
            ByteBuffer header = buffer(46);
            header.putInt(0x02014b50).putShort((short) ((3 << 8) | 20)).putShort((short) 20);
            header.putShort((short) entry.flags()).putShort((short) 0).putInt(0x00210000);
            header.putInt(entry.crc()).putInt(entry.packed()).putInt(entry.declared());
            header.putShort((short) text.length)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0);
            header.putShort((short) 0).putInt(entry.mode() << 16).putInt(entry.offset());
            write(header);
            out.writeBytes(text);
        }
        ByteBuffer end = buffer(22);
        end.putInt(0x06054b50).putInt(0).putShort((short) entries.size()).putShort((short) entries.size());
        end.putInt(out.size() - start).putInt(start).putShort((short) 0);
        write(end);
        return out.toByteArray();
    }

    private void write(ByteBuffer header) {
        byte[] bytes = new byte[header.position()];
        header.flip().get(bytes);
        out.writeBytes(bytes);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.wrap(new byte[size]).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
