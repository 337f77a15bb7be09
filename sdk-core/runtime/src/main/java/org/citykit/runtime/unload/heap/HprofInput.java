package org.citykit.runtime.unload.heap;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The octets of a dump, read from front to back through one buffer. Confined. */
final class HprofInput {
    private static final int BUFFER = 1 << 20;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();
    private final int idSize;
    private final long begin;
    private final long length;
    private long readTo;

    private HprofInput(FileChannel file, int idSize, long begin) throws IOException {
        this.file = file;
        this.idSize = idSize;
        this.begin = begin;
        this.readTo = begin;
        this.length = file.size();
    }

    /** Reads the file's header. */
    static HprofInput of(FileChannel file) throws IOException {
        HprofInput header = new HprofInput(file, 8, 0);
        StringBuilder format = new StringBuilder();
        for (int octet = header.u1(); octet != 0; octet = header.u1()) {
            format.append((char) octet);
        }
        int idSize = header.u4();
        if (!format.toString().startsWith("JAVA PROFILE 1.0.") || (idSize != 4 && idSize != 8)) {
            throw new IOException("The dump has a format that is not known: " + format + ".");
        }
        long unusedTime = header.u8();
        assert unusedTime != 0;
        return new HprofInput(file, idSize, header.position());
    }

    /** Goes back to the first record. */
    void rewind() {
        jump(begin);
    }

    void jump(long position) {
        buffer.clear().flip();
        readTo = position;
    }

    long position() {
        return readTo - buffer.remaining();
    }

    boolean atEnd() {
        return position() >= length;
    }

    int idSize() {
        return idSize;
    }

    int u1() throws IOException {
        need(1);
        return buffer.get() & 0xFF;
    }

    int u2() throws IOException {
        need(2);
        return buffer.getShort() & 0xFFFF;
    }

    int u4() throws IOException {
        need(4);
        return buffer.getInt();
    }

    long u8() throws IOException {
        need(8);
        return buffer.getLong();
    }

    long id() throws IOException {
        return idSize == 8 ? u8() : u4() & 0xFFFFFFFFL;
    }

    void skip(long octets) throws IOException {
        if (octets <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) octets);
        } else {
            jump(position() + octets);
        }
    }

    /** Some of the next octets at once, which stay valid until the next call. */
    ByteBuffer next(int octets) throws IOException {
        if (octets > BUFFER) {
            throw new IOException("The dump has an object of " + octets + " octets, which cannot be.");
        }
        need(octets);
        ByteBuffer slice = buffer.slice(buffer.position(), octets);
        buffer.position(buffer.position() + octets);
        return slice;
    }

    /** Octets at another place; reading goes on where it was. */
    ByteBuffer at(long position, int octets) throws IOException {
        ByteBuffer some = ByteBuffer.allocate(octets);
        while (some.hasRemaining()) {
            if (file.read(some, position + some.position()) < 0) {
                throw new EOFException("The dump ends in the middle.");
            }
        }
        return some.flip();
    }

    private void need(int octets) throws IOException {
        if (buffer.remaining() >= octets) {
            return;
        }
        buffer.compact();
        while (buffer.position() < octets) {
            int read = file.read(buffer, readTo);
            if (read < 0) {
                throw new EOFException("The dump ends in the middle.");
            }
            readTo += read;
        }
        buffer.flip();
    }
}
