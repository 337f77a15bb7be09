package org.citykit.runtime.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a part of the memory that an image is mapped to; a file that became shorter meanwhile is told as any other that
 * cannot be read. Confined.
 */
final class BufferStream extends InputStream {
    private final ByteBuffer rest;
    private final @Nullable MappedFile mapping;

    /** @param mapping what the buffer lies in; null when it is a copy */
    BufferStream(ByteBuffer rest, @Nullable MappedFile mapping) {
        this.rest = rest;
        this.mapping = mapping;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!rest.hasRemaining()) {
            return -1;
        }
        int n = Math.min(length, rest.remaining());
        if (mapping != null) {
            mapping.refuseIfCutOff();
        }
        try {
            rest.get(target, from, n);
        } catch (InternalError gone) {
            throw new IOException("the image was cut off while it was read", gone);
        }
        return n;
    }

    @Override
    public long skip(long n) {
        int skipped = (int) Math.max(0, Math.min(n, rest.remaining()));
        rest.position(rest.position() + skipped);
        return skipped;
    }

    @Override
    public int available() {
        return rest.remaining();
    }
}
